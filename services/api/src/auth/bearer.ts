import { findSignedIn, useApiToken } from '@portofino/database'
import { Problem, realm } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { tokenHash } from './tokens/random-token.ts'

/** Begins every API token, so that people and scanners of leaked secrets know one when they see it. */
export const apiTokenPrefix = 'portofino_'

export function signInRequired(): Problem {
  return new Problem('sign_in_required', {
    detail: 'Sign in first: POST /auth/login gives an access token for the header Authorization: Bearer.',
  })
}

export function invalidToken(): Problem {
  return new Problem('invalid_token', {
    detail: 'The bearer token is not valid or has expired; refresh it with POST /auth/refresh or sign in again.',
    headers: { 'www-authenticate': `${realm}, error="invalid_token"` },
  })
}

/** The token of an Authorization header; null when there is no such header. */
export function bearerToken(authorization: string | undefined): string | null {
  if (authorization === undefined) return null
  const token = /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1]
  if (token === undefined) throw invalidToken()
  return token
}

/** Who the token signs in, as the database knows it now: what was revoked a moment ago is refused. */
export async function userOfToken(context: AuthContext, token: string): Promise<SignedInUser> {
  const user = token.startsWith(apiTokenPrefix) ? await apiTokenUser(context, token) : await sessionUser(context, token)
  if (user === null) throw invalidToken()
  return user
}

async function sessionUser({ accessTokens, database, clock }: AuthContext, token: string): Promise<SignedInUser | null> {
  const now = clock()
  const claims = await accessTokens.verify(token, now)
  if (claims === null) return null
  const row = await findSignedIn(database.db, { sessionId: claims.sessionId, now })
  if (row === undefined) {
    throw new Problem('session_ended', {
      detail: 'The session has ended; sign in again.',
      headers: { 'www-authenticate': `${realm}, error="invalid_token"` },
    })
  }
  if (row.id !== claims.userId) return null
  const { id, email, role, is_guest: isGuest } = row
  const { sessionId } = claims
  return { id, email, role, isGuest, sessionId, scope: 'operate', credential: `session:${sessionId}` }
}

async function apiTokenUser({ database, clock }: AuthContext, token: string): Promise<SignedInUser | null> {
  const row = await useApiToken(database.db, { hash: tokenHash(token), now: clock() })
  if (row === undefined) return null
  const { id, email, role, is_guest: isGuest, scope, token_id: tokenId } = row
  return { id, email, role, isGuest, sessionId: null, scope, credential: `token:${tokenId}` }
}
