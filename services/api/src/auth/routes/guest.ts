import { guestSchema, tokenPairSchema } from '@portofino/contract'
import { createGuest } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import { limitNetwork } from '../limits.ts'
import { startSession, tokenReply } from '../sessions.ts'
import { requireCookieTransport } from './login.ts'

const keptMs = 7 * 86_400_000

export const guestRoute: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  const schema = {
    summary: 'Try without an account',
    description:
      'Only on a server that only this machine can reach. What a guest did is kept for 7 days, or for good by registering.',
    tags: ['accounts'],
    body: guestSchema,
    response: { 200: tokenPairSchema, ...refusals('forbidden', 'origin_refused', 'too_many_requests') },
  }
  app.post('/auth/guest', { schema }, async (request, reply) => {
    if (!auth.config.isLoopback) {
      throw new Problem('forbidden', { detail: 'Guests are only for a server on one’s own machine; register instead.' })
    }
    requireCookieTransport(auth, request, request.body.session)
    const { source } = request
    limitNetwork(auth.limits.registrations, source, auth.clock())
    const endsBy = new Date(auth.clock().getTime() + keptMs)
    const { id: userId } = await createGuest(auth.database.db, endsBy)
    const tokens = await startSession(auth, { userId, transport: request.body.session, source, endsBy })
    auth.security('guest_created', { source, userId, sessionId: tokens.sessionId })
    return tokenReply(reply, auth, tokens)
  })
}
