import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, realm } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import { bearerToken, signInRequired, userOfToken } from './bearer.ts'
import type { RequestSource } from './request-source.ts'
import type { SignedInUser } from './signed-in-user.ts'

declare module 'fastify' {
  interface FastifyInstance {
    auth: AuthContext
  }
  interface FastifyRequest {
    /** Set by `requireUser`; reading it in a route without that hook throws. */
    user: SignedInUser
    /** Where it comes from. */
    source: RequestSource
  }
}

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const readingMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * A hook for routes that need somebody signed in, best as `onRequest`, so that strangers are refused before their body is read.
 * Sets `request.user`.
 */
export function requireUser(): Hook {
  return async (request) => {
    const user = await userOf(request)
    if (user.scope === 'read' && !readingMethods.includes(request.method)) {
      throw new Problem('insufficient_scope', {
        detail: 'This API token may only read; make one with the scope operate.',
        headers: { 'www-authenticate': `${realm}, error="insufficient_scope", scope="operate"` },
      })
    }
    request.user = user
  }
}

async function userOf({ server, headers }: FastifyRequest): Promise<SignedInUser> {
  const token = bearerToken(headers.authorization)
  if (token === null) throw signInRequired()
  return userOfToken(server.auth, token)
}

/**
 * For what only the person may do: an API token in wrong hands must not become an account in wrong hands. No scope helps, so none is asked for.
 *
 * @param instead what programs do instead, a sentence
 */
export function requireSession(instead = 'Sign in with e-mail and password for it.'): Hook {
  return async (request) => {
    const user = await userOf(request)
    sessionOf(user, instead)
    request.user = user
  }
}

/** The session that signed the user in; an API token is refused. */
export function sessionOf({ sessionId }: SignedInUser, instead = 'Sign in with e-mail and password for it.'): string {
  if (sessionId !== null) return sessionId
  throw new Problem('insufficient_scope', { detail: `An API token of any scope cannot do this. ${instead}` })
}
