import { apiTokenListSchema, createdApiTokenSchema, messageSchema, newApiTokenSchema, numberReference } from '@portofino/contract'
import { deleteApiToken, insertApiToken, listApiTokens } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals, signedIn, signInRefusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import { apiTokenPrefix } from '../bearer.ts'
import { requireSession, requireUser } from '../require-user.ts'
import { randomToken, tokenHash } from '../tokens/random-token.ts'

const tags = ['accounts']
const limit = 50

type Row = Awaited<ReturnType<typeof listApiTokens>>[number]

const onWire = ({ id, name, scope, created_at, last_used_at }: Row) => ({
  id,
  name,
  scope,
  created_at: created_at.toISOString(),
  last_used_at: last_used_at?.toISOString() ?? null,
})

const list = {
  summary: 'API tokens',
  description: 'Without their secrets, which are shown once, when they are made.',
  tags,
  ...signedIn,
  response: { 200: apiTokenListSchema, ...refusals(...signInRefusals) },
}

const create = {
  summary: 'Make an API token',
  description: `For programs: works wherever an access token does, until it is deleted. read is for GET, operate for everything else. At most ${limit}.`,
  tags,
  ...signedIn,
  body: newApiTokenSchema,
  response: { 201: createdApiTokenSchema, ...refusals(...signInRefusals, 'too_many_api_tokens') },
}

const remove = {
  summary: 'Delete an API token',
  description: 'It is refused at once.',
  tags,
  ...signedIn,
  params: z.object({ id: z.string().meta({ examples: ['1'] }) }),
  response: { 200: messageSchema, ...refusals(...signInRefusals, 'not_found') },
}

export const apiTokenRoutes: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  const { db } = auth.database

  app.get('/auth/tokens', { schema: list, onRequest: requireUser() }, async ({ user }) =>
    (await listApiTokens(db, user.id)).map(onWire),
  )

  app.post('/auth/tokens', { schema: create, onRequest: requireSession() }, async ({ user, body, source }, reply) => {
    const token = `${apiTokenPrefix}${randomToken()}`
    const values = { userId: user.id, ...body, hash: tokenHash(token), now: auth.clock(), limit }
    const row = await db.transaction().execute(async (trx) => insertApiToken(trx, values))
    if (row === undefined) {
      throw new Problem('too_many_api_tokens', {
        detail: `There are ${limit} API tokens already; delete one that is no longer used.`,
      })
    }
    auth.security('api_token_created', {
      source,
      userId: user.id,
      sessionId: user.sessionId,
    })
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...onWire(row), token })
  })

  app.delete('/auth/tokens/:id', { schema: remove, onRequest: requireSession() }, async ({ user, params, source }) => {
    const id = numberReference(params.id)
    if (id === null || !(await deleteApiToken(db, { id, userId: user.id }))) {
      throw new Problem('not_found', { detail: `There is no API token ${params.id.slice(0, 64)} of yours.` })
    }
    auth.security('api_token_deleted', {
      source,
      userId: user.id,
      sessionId: user.sessionId,
    })
    return { message: 'The token is deleted.' }
  })
}
