import { consumeRefreshToken, endSessions, findRefreshToken, replaceSuccessor } from '@portofino/database'
import { Problem } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import { limitKey } from './limits.ts'
import type { RequestSource } from './request-source.ts'
import { addRefreshToken } from './sessions.ts'
import type { Tokens, Transport } from './sessions.ts'
import { randomToken, tokenHash } from './tokens/random-token.ts'

export interface RefreshRequest {
  refreshToken: string
  /** How the token came; one never counts the other way. */
  transport: Transport
  source: RequestSource
}

/** Whether whoever asked is gone, so that no reply can reach them. */
export type IsGone = () => boolean

/** How long a cookie session may ask again with a token whose successor never arrived. */
const lostReplyMs = 30_000

const refused = (): Problem =>
  new Problem('invalid_token', { detail: 'The refresh token is not valid or has expired; sign in again.' })

type Found = NonNullable<Awaited<ReturnType<typeof findRefreshToken>>>

/**
 * A new pair for a refresh token, which is used up. One that was used before ends its session, because somebody else has it too.
 * Whoever is gone gets nothing and uses nothing up: the page after the one that was left may have asked meanwhile.
 */
export async function refreshSession(context: AuthContext, request: RefreshRequest, isGone: IsGone): Promise<Tokens> {
  const { database, accessTokens, limits, clock } = context
  const now = clock()
  const hash = tokenHash(request.refreshToken)
  const found = await findRefreshToken(database.db, hash)
  if (found === undefined || found.transport !== request.transport || isGone()) throw refused()
  // Before the limit, which a thief could keep exhausted.
  if (wasReused(found, now)) throw await reuse(context, { found, source: request.source })
  limitKey(limits.refreshes, String(found.user_id), now)
  const next = await exchanged(context, found, isGone)
  if (next === null) throw await refusal(context, { hash, source: request.source })
  const { session_id: sessionId, user_id: userId, transport } = found
  const accessToken = await accessTokens.issue({ userId, sessionId }, now)
  return { sessionId, accessToken, ...next, transport, device: null }
}

/** Used before, and not because the reply with its successor was lost. */
function wasReused({ transport, used_at: usedAt, successor, successor_used_at: successorUsedAt }: Found, now: Date): boolean {
  if (usedAt === null) return false
  const mayBeLost = transport === 'cookie' && successor !== null && successorUsedAt === null
  return !mayBeLost || usedAt.getTime() < now.getTime() - lostReplyMs
}

async function exchanged(
  { database, clock }: AuthContext,
  { hash, session_id: sessionId, session_expires_at: expiresAt }: Found,
  isGone: IsGone,
) {
  const now = clock()
  const refreshToken = randomToken()
  const exchange = { hash, successor: tokenHash(refreshToken), now }
  const usedSince = new Date(now.getTime() - lostReplyMs)
  return database.db.transaction().execute(async (trx) => {
    const isTaken = (await consumeRefreshToken(trx, exchange)) || (await replaceSuccessor(trx, { ...exchange, usedSince }))
    const added = isTaken ? await addRefreshToken(trx, { sessionId, now, expiresAt }, refreshToken) : null
    if (isGone()) throw refused()
    return added
  })
}

/** Why there was nothing to exchange: the token was over, or others used it at the same moment. */
async function refusal(context: AuthContext, { hash, source }: { hash: Buffer; source: RequestSource }): Promise<Problem> {
  const found = await findRefreshToken(context.database.db, hash)
  return found === undefined || found.used_at === null ? refused() : reuse(context, { found, source })
}

/** Ends the session of a token that somebody else has too. */
async function reuse(
  { database, security, clock }: AuthContext,
  { found, source }: { found: Found; source: RequestSource },
): Promise<Problem> {
  const { user_id: userId, session_id: sessionId } = found
  const ended = await endSessions(database.db, { userId, now: clock(), only: sessionId })
  if (ended.length > 0) security('refresh_token_reused', { source, userId, sessionId })
  return new Problem('session_ended', { detail: 'The refresh token was used before, so its session was ended; sign in again.' })
}

/** Ends the session of a refresh token, also of a used one. An unknown token is no fault: nothing is signed in by it. */
export async function signOut(context: AuthContext, { refreshToken, transport, source }: RefreshRequest): Promise<void> {
  const token = await findRefreshToken(context.database.db, tokenHash(refreshToken))
  if (token === undefined || token.transport !== transport) return
  await endSession(context, { userId: token.user_id, sessionId: token.session_id, source })
}

/** Signs out; of a session that has ended already nothing is said. */
export async function endSession(
  { database, security, clock }: AuthContext,
  { userId, sessionId, source }: { userId: number; sessionId: string; source: RequestSource },
): Promise<void> {
  const ended = await endSessions(database.db, { userId, now: clock(), only: sessionId })
  if (ended.length > 0) security('signed_out', { source, userId, sessionId })
}
