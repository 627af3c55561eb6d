import { messageSchema, sessionListSchema, uuidReference } from '@portofino/contract'
import { endSessions, listSessions } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals, signInRefusals, signedIn } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import { requireSession, requireUser } from '../require-user.ts'

const list = {
  summary: 'Where the account is signed in',
  description: 'Every session that can still be refreshed, with where it was last used from. `current` marks the one that asks.',
  tags: ['accounts'],
  ...signedIn,
  response: { 200: sessionListSchema, ...refusals(...signInRefusals) },
}

const end = {
  summary: 'End a session',
  description: 'Its tokens are refused at once and its sockets close.',
  tags: ['accounts'],
  ...signedIn,
  params: z.object({ id: z.string().meta({ examples: ['3f0c8f2e-4f0e-4a52-9d0b-0f5a3a4b1c2d'] }) }),
  response: { 200: messageSchema, ...refusals(...signInRefusals, 'not_found') },
}

const endAll = {
  summary: 'End every session',
  description: 'This one too. Their tokens are refused at once and their sockets close; API tokens stay.',
  tags: ['accounts'],
  ...signedIn,
  response: { 200: messageSchema, ...refusals(...signInRefusals) },
}

export const sessionListRoutes: FastifyPluginAsyncZod = async (app) => {
  const { database, security, clock, cookies } = app.auth

  app.get('/auth/sessions', { schema: list, onRequest: requireUser() }, async ({ user }) => {
    const rows = await listSessions(database.db, { userId: user.id, now: clock() })
    return rows.map(({ id, transport, user_agent, address, created_at, last_used_at, expires_at }) => ({
      id,
      current: id === user.sessionId,
      transport,
      user_agent,
      address,
      created_at: created_at.toISOString(),
      last_used_at: last_used_at.toISOString(),
      expires_at: expires_at.toISOString(),
    }))
  })

  app.delete('/auth/sessions/:id', { schema: end, onRequest: requireSession() }, async ({ user, params, source }) => {
    const id = uuidReference(params.id)
    const ended = id === null ? [] : await endSessions(database.db, { userId: user.id, now: clock(), only: id })
    if (id === null || ended.length === 0) throw new Problem('not_found', { detail: 'There is no such session of yours.' })
    security('session_ended', { source, userId: user.id, sessionId: id })
    return { message: 'The session has ended.' }
  })

  app.delete('/auth/sessions', { schema: endAll, onRequest: requireSession() }, async ({ user, source }, reply) => {
    const ended = await endSessions(database.db, { userId: user.id, now: clock() })
    for (const sessionId of ended) security('session_ended', { source, userId: user.id, sessionId })
    cookies.clear(reply, 'refresh')
    return { message: 'Every session has ended.' }
  })
}
