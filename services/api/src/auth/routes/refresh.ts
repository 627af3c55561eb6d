import { logoutSchema, messageSchema, refreshSchema, tokenPairSchema } from '@portofino/contract'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import type { AuthContext } from '../auth-context.ts'
import { bearerToken, userOfToken } from '../bearer.ts'
import { requireOwnPage } from '../cookies.ts'
import { endSession, refreshSession, signOut } from '../refresh.ts'
import type { RefreshRequest } from '../refresh.ts'
import { sessionOf } from '../require-user.ts'
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
      return tokenReply(reply, auth, await refreshSession(auth, asked, () => request.raw.socket.destroyed))
    } catch (fault) {
      if (asked.transport === 'cookie' && fault instanceof Problem && fault.status === 401) auth.cookies.clear(reply, 'refresh')
      throw fault
    }
  })

  const logout = {
    summary: 'End a session',
    description:
      'That of the refresh token in the body, else in the cookie, else of the access token in the header Authorization, for which no body is ' +
      'needed. Its access tokens are refused at once and its sockets close.',
    tags: ['accounts'],
    body: logoutSchema.nullish(),
    response: { 200: messageSchema, ...refusals('invalid_token', 'session_ended', 'insufficient_scope', 'origin_refused') },
  }
  app.post('/auth/logout', { schema: logout }, async (request, reply) => {
    const asked = refreshRequest(auth, request, request.body?.refresh_token)
    if (asked !== null) await signOut(auth, asked)
    else await signOutBearer(auth, request)
    if (asked?.transport === 'cookie') auth.cookies.clear(reply, 'refresh')
    return { message: 'Signed out.' }
  })
}

/** Whoever gave no token at all is signed out already. */
async function signOutBearer(auth: AuthContext, { headers, source }: FastifyRequest): Promise<void> {
  const token = bearerToken(headers.authorization)
  if (token === null) return
  const user = await userOfToken(auth, token)
  const sessionId = sessionOf(user, 'DELETE /auth/tokens/{id} ends it.')
  await endSession(auth, { userId: user.id, sessionId, source })
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
