import { authOptionsSchema } from '@portofino/contract'
import { hasAccounts } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'

export const optionsRoute: FastifyPluginAsyncZod = async (app) => {
  const { database, config, cookies } = app.auth
  const schema = {
    summary: 'What the sign-in page may offer',
    description: 'Without signing in: whether Google, registration and guests are open, and how long a password must be.',
    tags: ['accounts'],
    response: { 200: authOptionsSchema, ...refusals('database_unavailable') },
  }
  app.get('/auth/options', { schema }, async () => ({
    google: config.google !== null && cookies.areSafe(),
    registration: config.registration,
    first_account: !(await hasAccounts(database.db)),
    password_min_length: config.passwordMinLength,
    guests: config.isLoopback,
  }))
}
