import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { grouped } from './grouped.ts'
import type { Role, Tables, Transport } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewSession {
  id: string
  userId: number
  transport: Transport
  userAgent: string
  address: string
  network: string
  device: Buffer | null
  now: Date
  expiresAt: Date
}

/** Says on this channel which credential has ended, as `session:ID` or `token:ID`, so that sockets of every process close. */
export const sessionEndedChannel = 'session_ended'

/** How long a session that is over still vouches for its device and network. */
const rememberedMs = 30 * 86_400_000

export async function insertSession(trx: Transaction<Tables>, session: NewSession): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      id: session.id,
      user_id: session.userId,
      transport: session.transport,
      user_agent: session.userAgent,
      address: session.address,
      network: session.network,
      device: session.device,
      created_at: session.now,
      last_used_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Who is signed in by the session; undefined when it is over. Requests of one moment ask together. */
export async function findSignedIn(db: Kysely<Tables>, asked: { sessionId: string; now: Date }) {
  return signedInBy(db, asked)
}

interface SignedIn {
  id: number
  email: string | null
  role: Role
  is_guest: boolean
  signed_in_at: Date
}

const signedInBy = grouped<Kysely<Tables>, { sessionId: string; now: Date }, SignedIn | undefined>(findSignedInBy, { groups: 3 })

async function findSignedInBy(
  db: Kysely<Tables>,
  asked: readonly { sessionId: string; now: Date }[],
): Promise<(SignedIn | undefined)[]> {
  const ids = Array.from(new Set(asked.map(({ sessionId }) => sessionId)))
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['users.id', 'users.email', 'users.role', 'users.is_guest', 'sessions.created_at as signed_in_at'])
    .select(['sessions.id as session_id', 'sessions.expires_at'])
    .where(sql<boolean>`sessions.id = any(${ids}::uuid[])`)
    .where('sessions.revoked_at', 'is', null)
    .execute()
  const bySession = new Map(rows.map((row) => [row.session_id, row]))
  return asked.map(({ sessionId, now }) => {
    const row = bySession.get(sessionId)
    return row !== undefined && row.expires_at > now ? row : undefined
  })
}

/** Those of the given sessions that are not over. */
export async function liveSessions(db: Connection, { ids, now }: { ids: readonly string[]; now: Date }): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', 'in', ids)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return rows.map(({ id }) => id)
}

/** Sessions that could still be used, the one used last first. */
export async function listSessions(db: Connection, { userId, now }: { userId: number; now: Date }) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .execute()
}

export interface EndedSessions {
  userId: number
  now: Date
  /** Only this one. */
  only?: string
  /** All but this one. */
  except?: string | null
}

/** Ends sessions of one user and tells every process. Gives the ids of those that were not over yet. */
export async function endSessions(db: Connection, { userId, now, only, except = null }: EndedSessions): Promise<string[]> {
  const ended = await db
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .$if(except !== null, (query) => query.where('id', '!=', except!))
    .returning('id')
    .execute()
  await announceEndings(
    db,
    ended.map(({ id }) => `session:${id}`),
  )
  return ended.map(({ id }) => id)
}

/** Tells every process which credentials have ended. */
export async function announceEndings(db: Connection, credentials: readonly string[]): Promise<void> {
  for (const credential of credentials) await sql`select pg_notify(${sessionEndedChannel}, ${credential})`.execute(db)
}

export interface SignInPlace {
  userId: number
  network: string
  device: Buffer | null
}

/** Whether the account has signed in before from this browser, else from this network. */
export async function knownSource(
  db: Connection,
  { userId, network, device }: SignInPlace,
): Promise<'device' | 'network' | null> {
  const rows = await db
    .selectFrom('sessions')
    .select((select) => select('device', '=', device).as('same_device'))
    .where('user_id', '=', userId)
    .where((either) => either.or([either('network', '=', network), either('device', '=', device)]))
    .execute()
  if (rows.some(({ same_device: isSame }) => isSame === true)) return 'device'
  return rows.length > 0 ? 'network' : null
}

export async function deleteForgottenSessions(db: Connection, now: Date): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('expires_at', '<=', new Date(now.getTime() - rememberedMs))
    .execute()
}
