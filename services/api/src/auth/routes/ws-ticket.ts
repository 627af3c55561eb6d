import { wsTicketSchema } from '@portofino/contract'
import { insertWsTicket } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals, signedIn, signInRefusals } from '../../http/refusals.ts'
import { limitKey } from '../limits.ts'
import { requireSession, sessionOf } from '../require-user.ts'
import { randomToken, tokenHash } from '../tokens/random-token.ts'

const lifetimeSeconds = 30
const programs = 'Programs need no ticket: open the socket with the header Authorization: Bearer and the token.'

export const wsTicketRoute: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  const schema = {
    summary: 'A ticket that opens one socket',
    description:
      'For browsers, which cannot send headers with a socket; programs send Authorization with it instead. Offer the subprotocols portofino.v1 and ticket.<value> within 30 s.',
    tags: ['accounts'],
    ...signedIn,
    body: z
      .strictObject({})
      .meta({ examples: [{}] })
      .nullish(),
    response: { 200: wsTicketSchema, ...refusals(...signInRefusals, 'too_many_requests') },
  }
  app.post('/auth/ws-ticket', { schema, onRequest: requireSession(programs) }, async ({ user, headers }, reply) => {
    const now = auth.clock()
    limitKey(auth.limits.tickets, String(user.id), now)
    const ticket = randomToken()
    await insertWsTicket(auth.database.db, {
      hash: tokenHash(ticket),
      userId: user.id,
      sessionId: sessionOf(user),
      origin: headers.origin ?? null,
      expiresAt: new Date(now.getTime() + lifetimeSeconds * 1000),
    })
    reply.header('cache-control', 'no-store')
    return { ticket, expires_in: lifetimeSeconds }
  })
}
