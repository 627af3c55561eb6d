import assert from 'node:assert/strict'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export interface TestedBrowser {
  cookies: Map<string, string>
  /** Goes to a page of the server, as by a link. */
  visit: (path: string) => Promise<LightMyRequestResponse>
  /** Goes to a page elsewhere and follows it until it leads back here; the path with its query. */
  travel: (location: string) => Promise<string>
  /** Visits the callback, which leads to the sign-in page whatever happens; the outcome that it names. */
  comeBack: (path: string) => Promise<string>
  /** As a page of ours asks. */
  post: (path: string, token?: string) => Promise<LightMyRequestResponse>
  isSignedIn: () => Promise<boolean>
}

type Jar = Map<string, string>

const header = (jar: Jar): string => Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')

/** Keeps cookies of the server and of the provider apart, as browsers do. */
export function browserUnderTest(app: FastifyInstance, publicUrl: string): TestedBrowser {
  const cookies: Jar = new Map()
  const { host } = new URL(publicUrl)
  const kept = (reply: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge } of reply.cookies) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return reply
  }
  const visit = async (path: string) => kept(await app.inject({ url: path, headers: { host, cookie: header(cookies) } }))
  const post = async (path: string, token?: string) => {
    const headers = { host, cookie: header(cookies), origin: publicUrl, 'sec-fetch-site': 'same-origin' }
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    return kept(await app.inject({ method: 'POST', url: path, payload: {}, headers: { ...headers, ...authorization } }))
  }
  return {
    cookies,
    visit,
    post,
    travel: travelUntil(publicUrl),
    isSignedIn: async () => (await post('/auth/refresh')).statusCode === 200,
    async comeBack(path) {
      const { statusCode, headers } = await visit(path)
      assert.equal(statusCode, 302)
      const url = new URL(String(headers['location']))
      assert.equal(url.origin + url.pathname, `${publicUrl}/sign-in`)
      assert.deepEqual(Array.from(url.searchParams.keys()), ['google'])
      return url.searchParams.get('google') ?? ''
    },
  }
}

function travelUntil(home: string): (location: string) => Promise<string> {
  const cookies: Jar = new Map()
  return async (location) => {
    let url = new URL(location)
    for (let hops = 0; url.origin !== home; hops += 1) {
      if (hops > 10) throw new Error(`Cannot follow ${location}: it goes round in circles`)
      const reply = await fetch(url, { redirect: 'manual', headers: { cookie: header(cookies) } })
      for (const cookie of reply.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
        cookies.set(name, value)
      }
      const next = reply.headers.get('location')
      if (next === null) throw new Error(`Cannot follow ${url.href}: ${reply.status} ${await reply.text()}`)
      url = new URL(next, url)
    }
    return url.pathname + url.search
  }
}
