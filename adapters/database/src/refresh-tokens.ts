import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewRefreshToken {
  hash: Buffer
  sessionId: string
  now: Date
  expiresAt: Date
}

export async function insertRefreshToken(trx: Transaction<Tables>, token: NewRefreshToken): Promise<void> {
  await trx
    .insertInto('refresh_tokens')
    .values({ hash: token.hash, session_id: token.sessionId, created_at: token.now, expires_at: token.expiresAt })
    .execute()
}

/** The token with its session, used or not, over or not, and whether its successor was used. */
export async function findRefreshToken(db: Connection, hash: Buffer) {
  return db
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .leftJoin('refresh_tokens as next', 'next.hash', 'refresh_tokens.successor')
    .select([
      'refresh_tokens.hash',
      'refresh_tokens.used_at',
      'refresh_tokens.successor',
      'refresh_tokens.expires_at',
      'next.used_at as successor_used_at',
      'sessions.id as session_id',
      'sessions.user_id',
      'sessions.transport',
      'sessions.expires_at as session_expires_at',
      'sessions.revoked_at',
    ])
    .where('refresh_tokens.hash', '=', hash)
    .executeTakeFirst()
}

export interface Exchange {
  hash: Buffer
  successor: Buffer
  now: Date
}

/**
 * Takes the token for its successor in one conditional update, so that of many at once only one succeeds. False when it was used
 * before, has expired, or its session is over.
 */
export async function consumeRefreshToken(trx: Transaction<Tables>, { hash, successor, now }: Exchange): Promise<boolean> {
  const consumed = await trx
    .updateTable('refresh_tokens')
    .set({ used_at: now, successor })
    .from('sessions')
    .whereRef('sessions.id', '=', 'refresh_tokens.session_id')
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .where('refresh_tokens.hash', '=', hash)
    .where('refresh_tokens.used_at', 'is', null)
    .where('refresh_tokens.expires_at', '>', now)
    .returning('sessions.id')
    .executeTakeFirst()
  if (consumed === undefined) return false
  await trx.updateTable('sessions').set({ last_used_at: now }).where('id', '=', consumed.id).execute()
  return true
}

export interface Replacement extends Exchange {
  /** The token was used at this moment or later. */
  usedSince: Date
}

/**
 * Gives a used token of a cookie session another successor in place of one that nobody ever used: the reply with that one was lost,
 * as when a page is reloaded in mid-refresh. It counts as used from now on: should it turn up, it was not lost, and somebody else asked
 * for the other one. False when there is none such.
 */
export async function replaceSuccessor(
  trx: Transaction<Tables>,
  { hash, successor, now, usedSince }: Replacement,
): Promise<boolean> {
  const token = await trx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select('refresh_tokens.successor')
    .where('refresh_tokens.hash', '=', hash)
    .where('refresh_tokens.used_at', '>=', usedSince)
    .where('sessions.transport', '=', 'cookie')
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .forUpdate('refresh_tokens')
    .executeTakeFirst()
  const lost = token?.successor ?? null
  if (lost === null) return false
  const replaced = await trx
    .updateTable('refresh_tokens')
    .set({ used_at: now })
    .where('hash', '=', lost)
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  if (replaced === undefined) return false
  await trx.updateTable('refresh_tokens').set({ successor }).where('hash', '=', hash).execute()
  return true
}

/** Tokens that no longer tell anything: even their reuse is past. */
export async function deleteExpiredRefreshTokens(db: Connection, now: Date): Promise<void> {
  await db.deleteFrom('refresh_tokens').where('expires_at', '<=', now).execute()
}
