import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { announceEndings } from './sessions.ts'
import type { Tables, TokenScope } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewApiToken {
  userId: number
  name: string
  scope: TokenScope
  hash: Buffer
  now: Date
  /** One more is refused. */
  limit: number
}

/** Undefined when the user has as many as may be. */
export async function insertApiToken(trx: Transaction<Tables>, { userId, name, scope, hash, now, limit }: NewApiToken) {
  await sql`select 1 from users where id = ${userId} for update`.execute(trx)
  const { count } = await trx
    .selectFrom('api_tokens')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  if (count >= limit) return undefined
  return trx
    .insertInto('api_tokens')
    .values({ user_id: userId, name, scope, hash, created_at: now })
    .returning(['id', 'name', 'scope', 'created_at', 'last_used_at'])
    .executeTakeFirstOrThrow()
}

export async function listApiTokens(db: Connection, userId: number) {
  return db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'scope', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute()
}

/** False when there is none, or it is somebody else's. */
export async function deleteApiToken(db: Connection, { id, userId }: { id: number; userId: number }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_tokens')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await announceEndings(db, [`token:${id}`])
  return true
}

/** Whose token it is. The time of its last use is kept to the minute, so that not every read becomes a write. */
export async function useApiToken(db: Connection, { hash, now }: { hash: Buffer; now: Date }) {
  const found = await db
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select(['api_tokens.id as token_id', 'api_tokens.scope', 'api_tokens.last_used_at'])
    .select(['users.id', 'users.email', 'users.role', 'users.is_guest'])
    .where('api_tokens.hash', '=', hash)
    .where((either) => either.or([either('users.expires_at', 'is', null), either('users.expires_at', '>', now)]))
    .executeTakeFirst()
  if (found === undefined) return undefined
  const aMinuteAgo = new Date(now.getTime() - 60_000)
  if (found.last_used_at === null || found.last_used_at < aMinuteAgo) {
    await db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', found.token_id).execute()
  }
  return found
}

/** Those of the given tokens that were not deleted. */
export async function liveApiTokens(db: Connection, ids: readonly number[]): Promise<number[]> {
  return (await db.selectFrom('api_tokens').select('id').where('id', 'in', ids).execute()).map(({ id }) => id)
}
