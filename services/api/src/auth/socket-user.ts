import { findSignedIn, takeWsTicket } from '@portofino/database'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import { bearerToken, userOfToken } from './bearer.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { tokenHash } from './tokens/random-token.ts'

/** The one subprotocol that a server selects; the ticket stands beside it and is never echoed. */
export const socketProtocol = 'portofino.v1'

/**
 * Who opens a socket: by Authorization, or by a ticket among the offered subprotocols. Null for anybody else, who is refused with 4401
 * after the upgrade. A token in the address counts for nothing: addresses end up in logs.
 */
export async function authenticateSocket(request: FastifyRequest): Promise<SignedInUser | null> {
  const { auth } = request.server
  try {
    const bearer = bearerToken(request.headers.authorization)
    if (bearer !== null) return await userOfToken(auth, bearer)
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 401) return null
    throw fault
  }
  const ticket = offeredTicket(request.headers['sec-websocket-protocol'])
  return ticket === null ? null : userOfTicket(auth, { ticket, origin: request.headers.origin ?? null })
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
): Promise<SignedInUser | null> {
  const now = clock()
  const taken = await takeWsTicket(db, { hash: tokenHash(ticket), now })
  if (taken === undefined || taken.origin !== origin) return null
  const { session_id: sessionId, user_id: id } = taken
  if (sessionId === null) return null
  const row = await findSignedIn(db, { sessionId, now })
  if (row === undefined || row.id !== id) return null
  const { email, role, is_guest: isGuest } = row
  return { id, email, role, isGuest, sessionId, scope: 'operate', credential: `session:${sessionId}` }
}
