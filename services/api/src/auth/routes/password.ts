import { messageSchema, passwordChangeSchema } from '@portofino/contract'
import { endSessions, setPasswordHash } from '@portofino/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signInRefusals, signedIn } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import { confirmPerson } from '../confirm-person.ts'
import { requireSession } from '../require-user.ts'
import { passwordHashOf, requireGoodPassword } from './register.ts'

const schema = {
  summary: 'Change the password',
  description: 'Ends all other sessions. Accounts that never had a password give none, within ten minutes of signing in.',
  tags: ['accounts'],
  ...signedIn,
  body: passwordChangeSchema,
  response: {
    200: messageSchema,
    ...refusals(...signInRefusals, 'invalid_credentials', 'forbidden', 'invalid_password', 'too_many_requests', 'busy'),
  },
}

export const passwordRoute: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  app.post('/auth/password', { schema, onRequest: requireSession() }, async ({ user, body, source }) => {
    const { id: userId, sessionId, isGuest } = user
    if (isGuest) throw new Problem('forbidden', { detail: 'A guest has no password; register to choose one.' })
    await confirmPerson(auth, { user, password: body.current_password, source })
    requireGoodPassword(auth, { password: body.new_password, email: user.email })
    const hash = await passwordHashOf(auth, body.new_password)
    await auth.database.db.transaction().execute(async (trx) => {
      await setPasswordHash(trx, { userId, hash })
      await endSessions(trx, { userId, now: auth.clock(), except: sessionId })
    })
    auth.security('password_changed', { source, userId, sessionId })
    return { message: 'The password is changed; all other sessions have ended.' }
  })
}
