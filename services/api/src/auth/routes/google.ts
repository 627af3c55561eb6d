import { googleLinkSchema } from '@portofino/contract'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signInRefusals, signedIn } from '../../http/refusals.ts'
import { Problem } from '../../problem.ts'
import type { GoogleFlow, Outcome } from '../google/google-flow.ts'
import { pendingSeconds } from '../google/pending-sign-in.ts'
import { limitNetwork } from '../limits.ts'
import { requireSession, sessionOf } from '../require-user.ts'
import { tokenReply } from '../sessions.ts'

const tags = ['accounts']

export interface GoogleDependencies {
  /** Null where Google is not configured. */
  flow: GoogleFlow | null
}

const login = {
  summary: 'Sign in with Google',
  description:
    'Sends the browser to Google. It comes back to /auth/google/callback and ends at /sign-in?google=ok, canceled, refused or exists.',
  tags,
  response: refusals('not_found', 'origin_refused', 'too_many_requests'),
}

const callback = {
  summary: 'Where Google sends the browser back to',
  description:
    'Guarded by a state that works once, for the browser that began. Sets the refresh cookie; tokens never stand in an address.',
  tags,
  response: refusals('not_found', 'origin_refused'),
}

const linkSchema = {
  summary: 'Link a Google identity to the account',
  description: 'Open the location in the browser that asked. Afterwards Google signs in to this account.',
  tags,
  ...signedIn,
  response: { 200: googleLinkSchema, ...refusals(...signInRefusals, 'forbidden', 'not_found', 'origin_refused', 'busy') },
}

/** The reply carries nothing but where to go: no token is ever in an address. */
function leave(reply: FastifyReply, location: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(location, 302)
}

export const googleRoutes: FastifyPluginAsyncZod<GoogleDependencies> = async (app, { flow }) => {
  const { auth } = app
  const { cookies, site, limits } = auth

  const configured = (): GoogleFlow => {
    if (flow === null) throw new Problem('not_found', { detail: 'Signing in with Google is not set up on this server.' })
    if (!cookies.areSafe())
      throw new Problem('origin_refused', { detail: 'Signing in with Google needs https, or http on localhost.' })
    return flow
  }
  const page = (outcome: Outcome): string => `${site.publicUrl}/sign-in?google=${outcome}`

  app.get('/auth/google/login', { schema: login }, async (request, reply) => {
    const { begin } = configured()
    const { source } = request
    limitNetwork(limits.signIns, source, auth.clock())
    const begun = await begin(null).catch(() => null)
    if (begun === null) {
      auth.security('google_refused', { source, reason: 'provider_unavailable' })
      return leave(reply, page('refused'))
    }
    cookies.write(reply, 'google', { value: begun.sealed, seconds: pendingSeconds })
    return leave(reply, begun.location)
  })

  app.get('/auth/google/callback', { schema: callback }, async (request, reply) => {
    const { finish } = configured()
    const url = new URL(`${site.publicUrl}/auth/google/callback`)
    url.search = request.url.split('?')[1] ?? ''
    const { outcome, tokens } = await finish({
      url,
      sealed: cookies.read(request, 'google'),
      source: request.source,
    })
    cookies.clear(reply, 'google')
    if (tokens !== null) tokenReply(reply, auth, tokens)
    return leave(reply, page(outcome))
  })

  app.post('/auth/google/link', { schema: linkSchema, onRequest: requireSession() }, async ({ user }, reply) => {
    const { begin } = configured()
    if (user.isGuest) throw new Problem('forbidden', { detail: 'A guest is gone after a week; register, then link Google.' })
    const begun = await begin({ userId: user.id, sessionId: sessionOf(user) }).catch((cause: unknown) => {
      throw new Problem('busy', { detail: 'Google does not answer at the moment; try again shortly.', retryAfter: 5, cause })
    })
    cookies.write(reply, 'google', { value: begun.sealed, seconds: pendingSeconds })
    reply.header('cache-control', 'no-store')
    return { location: begun.location }
  })
}
