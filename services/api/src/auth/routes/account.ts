import { accountSchema, exportSchema } from '@portofino/contract'
import { accountExport, isGoogleLinked } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signInRefusals, signedIn } from '../../http/refusals.ts'
import { requireUser } from '../require-user.ts'

const me = {
  summary: 'Who is signed in',
  description: 'Guests have no e-mail. The operator runs the live service; members look on.',
  tags: ['accounts'],
  ...signedIn,
  response: { 200: accountSchema, ...refusals(...signInRefusals) },
}

const personalData = {
  summary: 'Everything that is kept about the account',
  description: 'As a file: account, Google identity, sessions, API tokens, runs and reports.',
  tags: ['accounts'],
  ...signedIn,
  response: { 200: exportSchema, ...refusals(...signInRefusals) },
}

export const accountRoutes: FastifyPluginAsyncZod = async (app) => {
  const { database, security, clock } = app.auth

  app.get('/auth/me', { schema: me, onRequest: requireUser() }, async ({ user: { id, email, role } }) => ({
    id,
    email,
    role,
    google_linked: await isGoogleLinked(database.db, id),
  }))

  app.get('/auth/export', { schema: personalData, onRequest: requireUser() }, async ({ user, source }, reply) => {
    security('account_exported', { source, userId: user.id, sessionId: user.sessionId })
    reply.headers({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="portofino-account.json"' })
    return { exported_at: clock().toISOString(), ...(await accountExport(database.db, user.id)) }
  })
}
