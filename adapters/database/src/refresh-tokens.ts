import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewRefreshToken {
  hash: Buffer
  sessionId: string
  /** What it was exchanged for; null at the start of a session. */
  predecessor: Buffer | null
  now: Date
  expiresAt: Date
}

export async function insertRefreshToken(trx: Transaction<Tables>, token: NewRefreshToken): Promise<void> {
  const { hash, sessionId, predecessor, now, expiresAt } = token
  await trx
    .insertInto('refresh_tokens')
    .values({ hash, session_id: sessionId, predecessor, created_at: now, expires_at: expiresAt })
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

/** Lets the exchanges of a session happen one after the other. Comes first in their transaction. */
export async function lockSession(trx: Transaction<Tables>, sessionId: string): Promise<void> {
  await trx.selectFrom('sessions').select('id').where('id', '=', sessionId).forUpdate().execute()
}

/**
 * Takes the token for its successor in one conditional update, so that of many at once only one succeeds. Other successors of the same
 * token count as used from then on. False when it was used before, has expired, or its session is over.
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
    .returning(['sessions.id', 'refresh_tokens.predecessor'])
    .executeTakeFirst()
  if (consumed === undefined) return false
  await trx.updateTable('sessions').set({ last_used_at: now }).where('id', '=', consumed.id).execute()
  await trx
    .updateTable('refresh_tokens')
    .set({ used_at: now })
    .where('session_id', '=', consumed.id)
    .where('predecessor', '=', consumed.predecessor)
    .where('used_at', 'is', null)
    .execute()
  return true
}

export interface Replacement extends Exchange {
  /** The token was used at this moment or later. */
  usedSince: Date
}

/**
 * Gives a used token of a cookie session a further successor beside one that nobody has used yet: the reply with that one was lost, as
 * when a page is reloaded in mid-refresh, or is still on its way, since replies overtake each other. False when there is none such.
 */
export async function addSuccessor(trx: Transaction<Tables>, { hash, successor, now, usedSince }: Replacement): Promise<boolean> {
  const token = await trx
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .innerJoin('refresh_tokens as next', 'next.hash', 'refresh_tokens.successor')
    .select('refresh_tokens.hash')
    .where('refresh_tokens.hash', '=', hash)
    .where('refresh_tokens.used_at', '>=', usedSince)
    .where('next.used_at', 'is', null)
    .where('sessions.transport', '=', 'cookie')
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst()
  if (token === undefined) return false
  await trx.updateTable('refresh_tokens').set({ successor }).where('hash', '=', hash).execute()
  return true
}

/** Tokens that no longer tell anything: even their reuse is past. */
export async function deleteExpiredRefreshTokens(db: Connection, now: Date): Promise<void> {
  await db.deleteFrom('refresh_tokens').where('expires_at', '<=', now).execute()
}
