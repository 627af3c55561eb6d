import { parse } from 'node:querystring'
import formbody from '@fastify/formbody'
import { loginFormFields, loginSchema, tokenPairSchema } from '@portofino/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import type { AuthContext } from '../auth-context.ts'
import { requireOwnPage } from '../cookies.ts'
import { limitNetwork } from '../limits.ts'
import { startSession, tokenReply } from '../sessions.ts'
import type { Transport } from '../sessions.ts'
import { checkedAccount } from '../sign-in.ts'

/** The only route that takes a form, because the original did. */
export const loginRoute: FastifyPluginAsyncZod = async (app) => {
  await app.register(formbody, { parser: loginForm })
  const { auth } = app
  const schema = {
    summary: 'Sign in with e-mail and password',
    description:
      'As JSON, or as a form with username and password. With session: "cookie", for pages of this site only, the refresh token comes as ' +
      'a cookie that scripts cannot read.',
    tags: ['accounts'],
    consumes: ['application/json', 'application/x-www-form-urlencoded'],
    body: loginSchema,
    response: {
      200: tokenPairSchema,
      ...refusals(
        'invalid_credentials',
        'session_ended',
        'origin_refused',
        'unsupported_media_type',
        'too_many_requests',
        'busy',
      ),
    },
  }
  app.post('/auth/login', { schema }, async (request, reply) => {
    const { body, source } = request
    requireCookieTransport(auth, request, body.session)
    limitNetwork(auth.limits.signIns, source, auth.clock())
    const email = 'email' in body ? body.email : body.username
    const { id: userId } = await checkedAccount(auth, { email: email.trim(), password: body.password, source })
    const replaces = body.session === 'cookie' ? auth.cookies.read(request, 'refresh') : null
    const tokens = await startSession(auth, { userId, transport: body.session, source, replaces })
    auth.security('signed_in', { source, userId, sessionId: tokens.sessionId })
    return tokenReply(reply, auth, tokens)
  })
}

/** The fields that a form of OAuth 2.0 has here; others count for nothing (RFC 6749, 3.2). */
function loginForm(text: string): Record<string, unknown> {
  const fields = Object.entries(parse(text))
  const isOurs = fields.some(([name]) => name === 'username')
  return Object.fromEntries(isOurs ? fields.filter(([name]) => loginFormFields.includes(name)) : fields)
}

/** Whether a session of this kind may be asked for in this way. */
export function requireCookieTransport({ cookies, site }: AuthContext, request: FastifyRequest, transport: Transport): void {
  if (transport === 'json') return
  if (!cookies.areSafe()) {
    throw new Problem('origin_refused', {
      detail: 'Cookie sessions need https, or http on localhost; PUBLIC_URL says how browsers reach this server.',
    })
  }
  requireOwnPage(request, site)
}
