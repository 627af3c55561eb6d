import { randomUUID } from 'node:crypto'
import { endSessions, findRefreshToken, insertRefreshToken, insertSession } from '@portofino/database'
import type { Tables } from '@portofino/database'
import type { FastifyReply } from 'fastify'
import type { Transaction } from 'kysely'
import type { AuthContext } from './auth-context.ts'
import type { RequestSource } from './request-source.ts'
import { accessTokenSeconds } from './tokens/access-token.ts'
import { randomToken, tokenHash } from './tokens/random-token.ts'

export type Transport = 'json' | 'cookie'

export interface SessionStart {
  userId: number
  transport: Transport
  source: RequestSource
  /** The refresh token that the browser has so far; its session ends where it is the same user's, as after a guest's registration. */
  replaces?: string | null
  /** The session ends here at the latest: when a guest goes. */
  endsBy?: Date | null
}

export interface Tokens {
  sessionId: string
  accessToken: string
  refreshToken: string
  refreshSeconds: number
  transport: Transport
  /** A value by which the browser is to be known again; null when it has one. */
  device: string | null
}

const dayMs = 86_400_000
const idleMs = 7 * dayMs
const absoluteMs = 30 * dayMs
const deviceSeconds = 365 * 86_400

/** A new session with its first tokens. */
export async function startSession(context: AuthContext, start: SessionStart): Promise<Tokens> {
  const { database, accessTokens, clock } = context
  const { userId, transport, source, endsBy = null, replaces = null } = start
  const now = clock()
  const sessionId = randomUUID()
  const device = source.device === null ? randomToken() : null
  const longest = new Date(now.getTime() + absoluteMs)
  const expiresAt = endsBy !== null && endsBy < longest ? endsBy : longest
  const refreshToken = await database.db.transaction().execute(async (trx) => {
    const { address, network, userAgent } = source
    const hash = device === null ? source.device : tokenHash(device)
    await insertSession(trx, { id: sessionId, userId, transport, address, network, userAgent, device: hash, now, expiresAt })
    if (replaces !== null) await endReplaced(trx, { userId, refreshToken: replaces, now })
    return addRefreshToken(trx, { sessionId, now, expiresAt })
  })
  const accessToken = await accessTokens.issue({ userId, sessionId }, now)
  return { sessionId, accessToken, ...refreshToken, transport, device }
}

async function endReplaced(
  trx: Transaction<Tables>,
  { userId, refreshToken, now }: { userId: number; refreshToken: string; now: Date },
): Promise<void> {
  const found = await findRefreshToken(trx, tokenHash(refreshToken))
  if (found?.user_id === userId) await endSessions(trx, { userId, now, only: found.session_id })
}

/** The next refresh token of a session, which lives a week, and never longer than the session. */
export async function addRefreshToken(
  trx: Transaction<Tables>,
  { sessionId, now, expiresAt }: { sessionId: string; now: Date; expiresAt: Date },
  refreshToken = randomToken(),
): Promise<{ refreshToken: string; refreshSeconds: number }> {
  const ends = new Date(Math.min(now.getTime() + idleMs, expiresAt.getTime()))
  await insertRefreshToken(trx, { hash: tokenHash(refreshToken), sessionId, now, expiresAt: ends })
  return { refreshToken, refreshSeconds: Math.floor((ends.getTime() - now.getTime()) / 1000) }
}

/** The body of the reply; the refresh token goes where the session keeps it. */
export function tokenReply(reply: FastifyReply, { cookies }: AuthContext, tokens: Tokens) {
  reply.header('cache-control', 'no-store')
  if (tokens.device !== null) cookies.write(reply, 'device', { value: tokens.device, seconds: deviceSeconds })
  const body = { access_token: tokens.accessToken, token_type: 'bearer' as const, expires_in: accessTokenSeconds }
  if (tokens.transport === 'json') return { ...body, refresh_token: tokens.refreshToken }
  cookies.write(reply, 'refresh', { value: tokens.refreshToken, seconds: tokens.refreshSeconds })
  return body
}
