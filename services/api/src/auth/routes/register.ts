import { registeredSchema, registrationSchema } from '@portofino/contract'
import { createAccount } from '@portofino/database'
import { TooBusyError, passwordFault } from '@portofino/passwords'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import type { AuthContext } from '../auth-context.ts'
import { bearerToken, userOfToken } from '../bearer.ts'
import { limitNetwork } from '../limits.ts'
import { tooBusy } from '../sign-in.ts'

export const registerRoute: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  const schema = {
    summary: 'Make an account',
    description:
      'On a server that only this machine can reach, the first account becomes the operator. With the bearer token of a guest, that guest ' +
      'becomes the account and keeps its runs.',
    tags: ['accounts'],
    body: registrationSchema,
    response: {
      201: registeredSchema,
      ...refusals('registration_closed', 'email_taken', 'invalid_password', 'too_many_requests', 'busy'),
    },
  }
  app.post('/auth/register', { schema }, async (request, reply) => {
    const { email, password } = request.body
    const { source } = request
    requireOpenRegistration(auth)
    // Before it counts: whoever corrects a password has not registered yet.
    requireGoodPassword(auth, { password, email })
    limitNetwork(auth.limits.registrations, source, auth.clock())
    const guestId = await askingGuest(auth, request)
    const passwordHash = await passwordHashOf(auth, password)
    const firstIsOperator = auth.config.isLoopback
    const account = await auth.database.db
      .transaction()
      .execute(async (trx) => createAccount(trx, { email, passwordHash, firstIsOperator, guestId }))
    if (account === undefined) throw emailTaken(email)
    auth.security('registered', { source, userId: account.id, reason: account.role })
    return reply.code(201).send({ id: account.id, email })
  })
}

export function requireOpenRegistration({ config }: AuthContext): void {
  if (config.registration === 'open') return
  throw new Problem('registration_closed', { detail: 'Registration is closed on this server; ask whoever runs it.' })
}

/** Refuses a new password that does not keep the rules. */
export function requireGoodPassword(
  { config }: AuthContext,
  { password, email }: { password: string; email: string | null },
): void {
  const fault = passwordFault(password, { minimumLength: config.passwordMinLength, email })
  if (fault !== null) throw new Problem('invalid_password', { detail: fault })
}

export async function passwordHashOf({ hashing }: AuthContext, password: string): Promise<string> {
  return hashing.hash(password).catch((fault: unknown) => {
    throw fault instanceof TooBusyError ? tooBusy(fault) : fault
  })
}

function emailTaken(email: string): Problem {
  return new Problem('email_taken', {
    detail: 'This address has an account already; sign in instead.',
    members: { existing: { email } },
  })
}

async function askingGuest(auth: AuthContext, request: FastifyRequest): Promise<number | null> {
  const token = bearerToken(request.headers.authorization)
  if (token === null) return null
  const user = await userOfToken(auth, token)
  return user.isGuest ? user.id : null
}
