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

/** How long a cookie session may ask again with a token whose successor never arrived. */
const lostReplyMs = 30_000

const refused = (): Problem =>
  new Problem('invalid_token', { detail: 'The refresh token is not valid or has expired; sign in again.' })

type Found = NonNullable<Awaited<ReturnType<typeof findRefreshToken>>>

/** A new pair for a refresh token, which is used up. One that was used before ends its session, because somebody else has it too. */
export async function refreshSession(context: AuthContext, request: RefreshRequest): Promise<Tokens> {
  const { database, accessTokens, limits, clock } = context
  const now = clock()
  const hash = tokenHash(request.refreshToken)
  const found = await findRefreshToken(database.db, hash)
  if (found === undefined || found.transport !== request.transport) throw refused()
  limitKey(limits.refreshes, String(found.user_id), now)
  const next = await exchanged(context, found)
  if (next === null) throw await refusal(context, { hash, source: request.source })
  const { session_id: sessionId, user_id: userId, transport } = found
  const accessToken = await accessTokens.issue({ userId, sessionId }, now)
  return { sessionId, accessToken, ...next, transport, device: null }
}

async function exchanged(
  { database, clock }: AuthContext,
  { hash, session_id: sessionId, session_expires_at: expiresAt }: Found,
) {
  const now = clock()
  const refreshToken = randomToken()
  const exchange = { hash, successor: tokenHash(refreshToken), now }
  const usedSince = new Date(now.getTime() - lostReplyMs)
  return database.db.transaction().execute(async (trx) => {
    const isTaken = (await consumeRefreshToken(trx, exchange)) || (await replaceSuccessor(trx, { ...exchange, usedSince }))
    return isTaken ? addRefreshToken(trx, { sessionId, now, expiresAt }, refreshToken) : null
  })
}

async function refusal(
  { database, security, clock }: AuthContext,
  { hash, source }: { hash: Buffer; source: RequestSource },
): Promise<Problem> {
  const token = await findRefreshToken(database.db, hash)
  if (token?.used_at === null || token === undefined) return refused()
  const { user_id: userId, session_id: sessionId } = token
  const ended = await endSessions(database.db, { userId, now: clock(), only: sessionId })
  if (ended.length > 0) security('refresh_token_reused', { source, userId, sessionId })
  return new Problem('session_ended', { detail: 'The refresh token was used before, so its session was ended; sign in again.' })
}

/** Ends the session of a refresh token, also of a used one. An unknown token is no fault: nothing is signed in by it. */
export async function signOut(context: AuthContext, { refreshToken, transport, source }: RefreshRequest): Promise<void> {
  const { database, security, clock } = context
  const token = await findRefreshToken(database.db, tokenHash(refreshToken))
  if (token === undefined || token.transport !== transport) return
  const { user_id: userId, session_id: sessionId } = token
  const ended = await endSessions(database.db, { userId, now: clock(), only: sessionId })
  if (ended.length > 0) security('signed_out', { source, userId, sessionId })
}
