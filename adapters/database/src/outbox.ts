import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { lockNumbers } from './lock-numbers.ts'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewEvent {
  type: string
  /** What changed; events of one subject keep their order. */
  subject: string
  userId: number
  data: Record<string, unknown>
}

/** Of the form of `data`. */
export const dataVersion = 1

/** In the transaction of the change itself, so that both are known or neither. */
export async function publishEvents(trx: Transaction<Tables>, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ type, subject, userId, data }) => ({
    id: randomUUID(),
    type,
    subject,
    user_id: userId,
    data: JSON.stringify(data),
    version: dataVersion,
  }))
  await trx.insertInto('outbox').values(rows).execute()
}

/** The oldest events that were not relayed yet; null when somebody else relays at this moment. */
export async function takeUnpublished(trx: Transaction<Tables>, limit: number) {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockNumbers.relay}) as mine`.execute(trx)
  if (rows[0]?.mine !== true) return null
  return trx.selectFrom('outbox').selectAll().where('published_at', 'is', null).orderBy('position').limit(limit).execute()
}

export async function markPublished(trx: Transaction<Tables>, positions: readonly number[]): Promise<void> {
  await sql`update outbox set published_at = now() where position = any(${positions}::bigint[])`.execute(trx)
}

/** Those of the ids that this consumer sees for the first time, noted as seen. */
export async function newToConsumer(trx: Transaction<Tables>, consumer: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ event_id: string }>`
    insert into consumed_events (consumer, event_id) select ${consumer}, unnest(${ids}::uuid[])
    on conflict do nothing returning event_id`.execute(trx)
  return new Set(rows.map(({ event_id: id }) => id))
}

/** In seconds, of the oldest event that was not relayed yet; 0 when there is none. */
export async function outboxLag(db: Connection): Promise<number> {
  const { rows } = await sql<{ lag: number }>`
    select coalesce(extract(epoch from now() - min(time)), 0)::float8 as lag from outbox where published_at is null`.execute(db)
  return rows[0]!.lag
}

/** Removes what was relayed before the moment, and what consumers noted about it; says how many events. */
export async function removePublished(db: Connection, before: Date): Promise<number> {
  await db.deleteFrom('consumed_events').where('consumed_at', '<', before).execute()
  const { numDeletedRows } = await db.deleteFrom('outbox').where('published_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
