import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

const text = (moment: Date): string => moment.toISOString()
const textOrNull = (moment: Date | null): string | null => moment?.toISOString() ?? null

/** Everything that is kept about a user, for the user; hashes and results, which follow from the commands, left out. */
export async function accountExport(db: Connection, userId: number) {
  const of = { db, userId }
  return {
    account: await accountPart(of),
    google: await googlePart(of),
    sessions: await sessionsPart(of),
    api_tokens: await tokensPart(of),
    simulations: await simulationsPart(of),
    reports: await reportsPart(of),
  }
}

interface Of {
  db: Connection
  userId: number
}

async function accountPart({ db, userId }: Of) {
  const query = db.selectFrom('users').select(['id', 'email', 'role', 'created_at']).where('id', '=', userId)
  const row = await query.executeTakeFirstOrThrow()
  return { ...row, created_at: text(row.created_at) }
}

async function googlePart({ db, userId }: Of) {
  const row = await db
    .selectFrom('google_identities')
    .select(['issuer', 'subject', 'email', 'linked_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, linked_at: text(row.linked_at) }
}

async function sessionsPart({ db, userId }: Of) {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'transport', 'user_agent', 'address', 'created_at', 'last_used_at', 'expires_at', 'revoked_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    created_at: text(row.created_at),
    last_used_at: text(row.last_used_at),
    expires_at: text(row.expires_at),
    revoked_at: textOrNull(row.revoked_at),
  }))
}

async function tokensPart({ db, userId }: Of) {
  const rows = await db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'scope', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, created_at: text(row.created_at), last_used_at: textOrNull(row.last_used_at) }))
}

async function simulationsPart({ db, userId }: Of) {
  const rows = await db
    .selectFrom('simulations')
    .select(['id', 'task_id', 'command', 'status', 'name', 'tags', 'created_at', 'deleted_at'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, created_at: text(row.created_at), deleted_at: textOrNull(row.deleted_at) }))
}

async function reportsPart({ db, userId }: Of) {
  const rows = await db
    .selectFrom('reports')
    .select(['task_id', 'simulation_id', 'status', 'created_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, created_at: text(row.created_at) }))
}
