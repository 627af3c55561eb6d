import type { FastifyReply, FastifyRequest } from 'fastify'
import { jsonExpected } from '../http/json-body.ts'
import { isLoopbackName } from '../http/loopback.ts'
import type { Site } from '../http/site.ts'
import { Problem } from '../problem.ts'

/**
 * `refresh` signs in; `device` only tells an account's own browser from strangers; `google` holds a sign-in that is under way, and comes
 * along from Google's page, which the strict ones do not.
 */
export type CookieKind = 'refresh' | 'device' | 'google'

export interface Cookies {
  /** Cookies need https, or this machine itself. */
  areSafe: () => boolean
  read: (request: FastifyRequest, kind: CookieKind) => string | null
  write: (reply: FastifyReply, kind: CookieKind, cookie: { value: string; seconds: number }) => void
  clear: (reply: FastifyReply, kind: CookieKind) => void
}

const longestValue = 4096

export function siteCookies(site: Site): Cookies {
  // Browsers share cookies between the ports of a host.
  const name = (kind: CookieKind): string =>
    site.isHttps ? `__Host-portofino_${kind}` : `portofino_${kind}_${new URL(site.publicUrl).port || '80'}`
  const set = (reply: FastifyReply, kind: CookieKind, { value, seconds }: { value: string; seconds: number }): void => {
    const sameSite = kind === 'google' ? 'lax' : 'strict'
    void reply.setCookie(name(kind), value, { path: '/', httpOnly: true, secure: site.isHttps, sameSite, maxAge: seconds })
  }
  const areSafe = (): boolean => site.isHttps || isLoopbackName(new URL(site.publicUrl).hostname)
  return {
    areSafe,
    read(request, kind) {
      const value = request.cookies[name(kind)]
      return value === undefined || value === '' || value.length > longestValue ? null : value
    },
    write(reply, kind, cookie) {
      if (areSafe()) set(reply, kind, cookie)
    },
    clear: (reply, kind) => set(reply, kind, { value: '', seconds: 0 }),
  }
}

/**
 * What a cookie can do on its own, a page elsewhere could have caused. The browser itself must say that one of our pages asks, in a
 * form that no plain form or link can send.
 */
export function requireOwnPage(request: FastifyRequest, site: Site): void {
  const { origin, 'sec-fetch-site': fetchSite, 'content-type': contentType = '' } = request.headers
  if (fetchSite !== 'same-origin' && fetchSite !== 'same-site') {
    throw new Problem('origin_refused', {
      detail: 'Cookie sessions are for pages of this site: Sec-Fetch-Site must be same-origin or same-site.',
    })
  }
  if (origin === undefined || !site.admits(origin)) {
    throw new Problem('origin_refused', { detail: 'Cookie sessions are for pages of this site: Origin must be its own.' })
  }
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw jsonExpected()
  }
}
