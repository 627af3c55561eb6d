import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewWsTicket {
  hash: Buffer
  userId: number
  sessionId: string
  origin: string | null
  expiresAt: Date
}

export async function insertWsTicket(db: Connection, ticket: NewWsTicket): Promise<void> {
  await db
    .insertInto('ws_tickets')
    .values({
      hash: ticket.hash,
      user_id: ticket.userId,
      session_id: ticket.sessionId,
      origin: ticket.origin,
      expires_at: ticket.expiresAt,
    })
    .execute()
}

/** The ticket, which is gone afterwards; undefined when it was taken before or has expired. */
export async function takeWsTicket(db: Connection, { hash, now }: { hash: Buffer; now: Date }) {
  const ticket = await db.deleteFrom('ws_tickets').where('hash', '=', hash).returningAll().executeTakeFirst()
  return ticket !== undefined && ticket.expires_at > now ? ticket : undefined
}

export async function deleteExpiredWsTickets(db: Connection, now: Date): Promise<void> {
  await db.deleteFrom('ws_tickets').where('expires_at', '<=', now).execute()
}
