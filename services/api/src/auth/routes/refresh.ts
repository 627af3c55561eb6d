import { logoutSchema, messageSchema, refreshSchema, tokenPairSchema } from '@portofino/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import type { AuthContext } from '../auth-context.ts'
import { requireOwnPage } from '../cookies.ts'
import { refreshSession, signOut } from '../refresh.ts'
import type { RefreshRequest } from '../refresh.ts'
import { tokenReply } from '../sessions.ts'

export const refreshRoutes: FastifyPluginAsyncZod = async (app) => {
  const { auth } = app
  const faults = refusals('invalid_token', 'session_ended', 'sign_in_required', 'origin_refused', 'too_many_requests')
  const refresh = {
    summary: 'Exchange a refresh token for a new pair',
    description: 'Each refresh token works once. One that is used again ends its session. In cookie sessions the body is {}.',
    tags: ['accounts'],
    body: refreshSchema,
    response: { 200: tokenPairSchema, ...faults },
  }
  app.post('/auth/refresh', { schema: refresh }, async (request, reply) => {
    const asked = refreshRequest(auth, request, request.body.refresh_token)
    if (asked === null) {
      throw new Problem('sign_in_required', { detail: 'There is no refresh token, in the body or as a cookie; sign in first.' })
    }
    try {
      return tokenReply(reply, auth, await refreshSession(auth, asked))
    } catch (fault) {
      if (asked.transport === 'cookie' && fault instanceof Problem && fault.status === 401) auth.cookies.clear(reply, 'refresh')
      throw fault
    }
  })

  const logout = {
    summary: 'End the session of a refresh token',
    description: 'Its access tokens are refused at once and its sockets close. In cookie sessions the body is {}.',
    tags: ['accounts'],
    body: logoutSchema,
    response: { 200: messageSchema, ...refusals('origin_refused') },
  }
  app.post('/auth/logout', { schema: logout }, async (request, reply) => {
    const asked = refreshRequest(auth, request, request.body.refresh_token)
    if (asked !== null) await signOut(auth, asked)
    if (asked?.transport === 'cookie') auth.cookies.clear(reply, 'refresh')
    return { message: 'Signed out.' }
  })
}

/** The token of the body, else of the cookie; null without any. */
function refreshRequest(
  { cookies, site }: AuthContext,
  request: FastifyRequest,
  given: string | undefined,
): RefreshRequest | null {
  const { source } = request
  if (given !== undefined) return { refreshToken: given, transport: 'json', source }
  const kept = cookies.read(request, 'refresh')
  if (kept === null) return null
  requireOwnPage(request, site)
  return { refreshToken: kept, transport: 'cookie', source }
}
