import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { lockNumbers } from './lock-numbers.ts'
import { announceEndings } from './sessions.ts'
import type { Role, Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewAccount {
  email: string
  /** Null for who signs in through Google only. */
  passwordHash: string | null
  /** Whether the first account of all becomes the operator. */
  firstIsOperator: boolean
  /** A guest who registers and keeps what they did so far. */
  guestId?: number | null
}

/** How addresses are compared. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

/** Undefined when the address has an account already. The guest, where one is given, becomes the account. */
export async function createAccount(
  trx: Transaction<Tables>,
  { email, passwordHash, firstIsOperator, guestId = null }: NewAccount,
): Promise<{ id: number; role: Role } | undefined> {
  await sql`select pg_advisory_xact_lock(${lockNumbers.registration})`.execute(trx)
  if ((await findUserByEmail(trx, email)) !== undefined) return undefined
  const isFirst = firstIsOperator && !(await hasAccounts(trx))
  const values = {
    email,
    email_key: emailKey(email),
    password_hash: passwordHash,
    role: isFirst ? ('operator' as const) : ('member' as const),
  }
  if (guestId !== null) {
    const kept = await trx
      .updateTable('users')
      .set({ ...values, is_guest: false, expires_at: null })
      .where('id', '=', guestId)
      .where('is_guest', '=', true)
      .returning(['id', 'role'])
      .executeTakeFirst()
    if (kept !== undefined) return kept
  }
  return trx.insertInto('users').values(values).returning(['id', 'role']).executeTakeFirstOrThrow()
}

/** An account without an address, until it registers or the moment comes. */
export async function createGuest(db: Connection, expiresAt: Date): Promise<{ id: number }> {
  return db
    .insertInto('users')
    .values({ role: 'member', is_guest: true, expires_at: expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function findUserByEmail(db: Connection, email: string) {
  return db.selectFrom('users').selectAll().where('email_key', '=', emailKey(email)).executeTakeFirst()
}

export async function findUser(db: Connection, id: number) {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether anybody has registered; guests do not count. */
export async function hasAccounts(db: Connection): Promise<boolean> {
  return (await db.selectFrom('users').select('id').where('is_guest', '=', false).limit(1).executeTakeFirst()) !== undefined
}

export async function setPasswordHash(db: Connection, { userId, hash }: { userId: number; hash: string }): Promise<void> {
  await db.updateTable('users').set({ password_hash: hash }).where('id', '=', userId).execute()
}

export async function setRole(db: Connection, { userId, role }: { userId: number; role: Role }): Promise<void> {
  await db.updateTable('users').set({ role }).where('id', '=', userId).execute()
}

/** With all that belongs to the account; every process hears of its sessions. */
export async function deleteUser(trx: Transaction<Tables>, userId: number): Promise<void> {
  await deleteUsers(trx, [userId])
}

const guestsAtOnce = 100

/** Guests whose week is over. */
export async function deleteExpiredGuests(db: Kysely<Tables>, now: Date): Promise<void> {
  const expired = await db.selectFrom('users').select('id').where('is_guest', '=', true).where('expires_at', '<=', now).execute()
  const ids = expired.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += guestsAtOnce) {
    await db.transaction().execute(async (trx) => deleteUsers(trx, ids.slice(from, from + guestsAtOnce), now))
  }
}

/** Those that are still guests whose time is over, where a moment is given. */
async function deleteUsers(trx: Transaction<Tables>, ids: readonly number[], expiredBy?: Date): Promise<void> {
  await lockBelongings(trx, ids)
  const chosen = await trx
    .selectFrom('users')
    .select('id')
    .where('id', 'in', ids)
    .$if(expiredBy !== undefined, (query) => query.where('is_guest', '=', true).where('expires_at', '<=', expiredBy!))
    .orderBy('id')
    .forUpdate()
    .execute()
  if (chosen.length === 0) return
  const users = chosen.map(({ id }) => id)
  const sessions = await trx.selectFrom('sessions').select('id').where('user_id', 'in', users).execute()
  const tokens = await trx.selectFrom('api_tokens').select('id').where('user_id', 'in', users).execute()
  await announceEndings(trx, [...sessions.map(({ id }) => `session:${id}`), ...tokens.map(({ id }) => `token:${id}`)])
  const gone = await trx.deleteFrom('users').where('id', 'in', users).returning('email_key').execute()
  await trx.deleteFrom('outbox').where('user_id', 'in', users).execute()
  const keys = gone.map(({ email_key: key }) => key).filter((key) => key !== null)
  if (keys.length > 0) await trx.deleteFrom('login_failures').where('email_key', 'in', keys).execute()
}

/**
 * Whoever ends a run or refreshes a session locks that first and looks at what it belongs to afterwards; so the same order here, or each
 * would wait for the other.
 */
async function lockBelongings(trx: Transaction<Tables>, users: readonly number[]): Promise<void> {
  await sql`select from simulations where user_id = any(${users}::integer[]) order by id for update`.execute(trx)
  await sql`select from reports where user_id = any(${users}::integer[]) order by task_id for update`.execute(trx)
  await sql`
    select from refresh_tokens where session_id in (select id from sessions where user_id = any(${users}::integer[]))
    order by hash for update`.execute(trx)
}
