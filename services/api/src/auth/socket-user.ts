import { socketProtocol } from '@portofino/contract'
import { findSignedIn, takeWsTicket } from '@portofino/database'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import { bearerToken, signInRequired, userOfToken } from './bearer.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { tokenHash } from './tokens/random-token.ts'

export interface SocketUser extends SignedInUser {
  /** Calls once when what signed the user in has ended; the answer ends that. */
  whenEnded: (onEnd: () => void) => () => void
}

/**
 * Who opens a socket: by Authorization, or by a ticket among the offered subprotocols. Throws a `Problem` with 401 for anybody else.
 * A token in the address counts for nothing: addresses end up in logs.
 */
export async function authenticateSocket(request: FastifyRequest): Promise<SocketUser> {
  const { auth } = request.server
  const user = await userOfSocket(auth, request)
  return { ...user, whenEnded: (onEnd) => auth.endings.follow(user.credential, onEnd) }
}

async function userOfSocket(auth: AuthContext, request: FastifyRequest): Promise<SignedInUser> {
  const bearer = bearerToken(request.headers.authorization)
  if (bearer !== null) return userOfToken(auth, bearer)
  const ticket = offeredTicket(request.headers['sec-websocket-protocol'])
  if (ticket === null) throw signInRequired()
  return userOfTicket(auth, { ticket, origin: request.headers.origin ?? null })
}

function offeredTicket(protocols: string | undefined): string | null {
  const offered = (protocols ?? '').split(',').map((each) => each.trim())
  if (!offered.includes(socketProtocol)) return null
  return offered.find((each) => each.startsWith('ticket.'))?.slice('ticket.'.length) ?? null
}

/** A ticket counts once, for the page and the session that asked for it. */
async function userOfTicket(
  { database: { db }, clock }: AuthContext,
  { ticket, origin }: { ticket: string; origin: string | null },
): Promise<SignedInUser> {
  const now = clock()
  const taken = await takeWsTicket(db, { hash: tokenHash(ticket), now })
  if (taken === undefined || taken.origin !== origin) throw invalidTicket()
  const { session_id: sessionId, user_id: id } = taken
  const row = await findSignedIn(db, { sessionId, now })
  if (row?.id !== id) throw invalidTicket()
  const { email, role, is_guest: isGuest } = row
  return { id, email, role, isGuest, sessionId, scope: 'operate', credential: `session:${sessionId}` }
}

function invalidTicket(): Problem {
  return new Problem('invalid_token', { detail: 'The ticket was used before, has expired, or was given to another page.' })
}
