import { accountDeletionSchema, messageSchema } from '@portofino/contract'
import { deleteUser } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signInRefusals, signedIn } from '../../http/refusals.ts'
import { confirmPerson } from '../confirm-person.ts'
import { requireSession } from '../require-user.ts'

const schema = {
  summary: 'Delete the account and all that belongs to it',
  description: 'Runs, reports, sessions and tokens go with it. This cannot be undone.',
  tags: ['accounts'],
  ...signedIn,
  body: accountDeletionSchema,
  response: {
    200: messageSchema,
    ...refusals(...signInRefusals, 'invalid_credentials', 'forbidden', 'too_many_requests', 'busy'),
  },
}

export const accountDeletionRoute: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  app.delete('/auth/account', { schema, onRequest: requireSession() }, async ({ user, body, source }, reply) => {
    const { id: userId } = user
    await confirmPerson(auth, { user, password: body.password, source })
    await auth.database.db.transaction().execute(async (trx) => deleteUser(trx, userId))
    auth.security('account_deleted', { source, userId })
    auth.cookies.clear(reply, 'refresh')
    return { message: 'The account is deleted.' }
  })
}
