import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
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

/** Any number will do; it keeps two first accounts from both becoming operators. */
const registrationLock = 4_201_001

/** Undefined when the address has an account already. The guest, where one is given, becomes the account. */
export async function createAccount(
  trx: Transaction<Tables>,
  { email, passwordHash, firstIsOperator, guestId = null }: NewAccount,
): Promise<{ id: number; role: Role } | undefined> {
  await sql`select pg_advisory_xact_lock(${registrationLock})`.execute(trx)
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

/** With all that belongs to the account. */
export async function deleteUser(trx: Transaction<Tables>, userId: number): Promise<void> {
  const gone = await trx.deleteFrom('users').where('id', '=', userId).returning('email_key').executeTakeFirst()
  const key = gone?.email_key ?? null
  if (key === null) return
  await trx.deleteFrom('login_failures').where('email_key', '=', key).execute()
}

/** Guests whose week is over. */
export async function deleteExpiredGuests(db: Connection, now: Date): Promise<void> {
  await db.deleteFrom('users').where('is_guest', '=', true).where('expires_at', '<=', now).execute()
}
