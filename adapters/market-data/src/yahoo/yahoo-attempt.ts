import type { MarketDataError, MarketDataErrorCode } from '../market-data-error.ts'
import { refusalIn } from './chart-reply.ts'
import { limitedText } from './limited-text.ts'
import { excerpt } from '../plain-text.ts'
import { MalformedReply } from './reply-fields.ts'
import { retryAfterMs } from './retry-after.ts'
import type { YahooClientOptions, YahooRequest } from './yahoo-request.ts'
import type { YahooFault } from './yahoo-fault.ts'
import { yahooFault } from './yahoo-fault.ts'
import type { NoSession, YahooSession } from './yahoo-session.ts'
import { freshSession, isTooMany } from './yahoo-session.ts'

/** A JSON body; whether it is an answer or a refusal in Yahoo's own form is for the reader. */
export interface Answer {
  status: number
  body: unknown
}

export type Attempt = { answer: Answer } | { fault: MarketDataError; isWorthRepeating: boolean }

/** Only these are followed when an answer leads elsewhere. */
const mostRedirects = 3

interface Received {
  status: number
  headers: Headers
  text: string
}

/** One request after another, sharing the session that Yahoo may come to ask for. */
export function yahooAttempts(
  options: YahooClientOptions,
): (request: YahooRequest, turn: { number: number; timeLeftMs: number }) => Promise<Attempt> {
  let session: YahooSession | null = null
  const allowed = new Set([...options.origins, options.cookieAddress].map((address) => new URL(address).origin))

  async function exchange(address: string, cookie: string | null, signal: AbortSignal): Promise<Received> {
    // An honest name; without one, or with a library's, Yahoo answers 429.
    const headers: Record<string, string> = { accept: '*/*', 'user-agent': 'Mozilla/5.0 (compatible; PortoFino)' }
    if (cookie !== null) headers['cookie'] = cookie
    let url = new URL(address)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await options.fetch(url, { headers, redirect: 'manual', signal })
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (location === null) {
        return { status: response.status, headers: response.headers, text: await limitedText(response, options.maxBytes) }
      }
      await response.body?.cancel()
      url = nextAddress(location, { from: url, allowed })
    }
    throw new MalformedReply(`the reply leads on more than ${mostRedirects} times`)
  }

  return async function attempt({ path, symbol, signal }, { number, timeLeftMs }) {
    const origin = options.origins[(number - 1) % options.origins.length]!
    const timeout = AbortSignal.timeout(Math.max(0, Math.ceil(Math.min(options.attemptTimeoutMs, timeLeftMs))))
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    const ask = (): Promise<Received> => {
      const url = new URL(path, origin)
      if (session !== null) url.searchParams.set('crumb', session.crumb)
      return exchange(url.href, session?.cookie ?? null, either)
    }
    try {
      let received = await ask()
      if (asksForSession(received)) {
        const addresses = { cookieAddress: options.cookieAddress, crumbAddress: new URL('/v1/test/getcrumb', origin).href }
        const renewed = await freshSession((address, cookie) => exchange(address, cookie, either), addresses)
        if ('why' in renewed) return noSession(symbol, renewed)
        session = renewed
        received = await ask()
      }
      return judged(received, symbol, options.now())
    } catch (cause) {
      if (signal?.aborted === true) throw signal.reason
      return faultOfConnection(cause, { symbol, timeoutMs: options.attemptTimeoutMs })
    }
  }
}

function nextAddress(location: string, { from, allowed }: { from: URL; allowed: ReadonlySet<string> }): URL {
  const next = URL.parse(location, from.href)
  if (next !== null && allowed.has(next.origin)) return next
  // `file:` and its like have no origin that could be named.
  const place = next === null ? location : `${next.protocol}//${next.host}`
  throw new MalformedReply(`the reply leads to ${excerpt(place)}, which is none of Yahoo's data hosts`)
}

function judged(received: Received, symbol: string | null, now: number): Attempt {
  const { status, headers, text } = received
  if (isTooMany(status, text)) return tooMany(symbol, retryAfterMs(headers.get('retry-after'), now))
  if (asksForSession(received) || status === 403) return unauthorized(symbol, `it answered ${status} "${excerpt(text)}"`)
  if (status >= 500) return faulty('unavailable', { symbol, what: `has a fault of its own (${status}); try again later` })
  const body = parsed(text)
  if (body === undefined)
    return faulty('malformed', { symbol, what: `sent ${status} "${excerpt(text)}", which is no JSON; try again later` })
  if (status === 200 || refusalIn(body) !== null) return { answer: { status, body } }
  return faulty('malformed', { symbol, what: `sent ${status} "${excerpt(text)}" in an unknown form; try again later` })
}

function asksForSession({ status, text }: Received): boolean {
  return status === 401 || refusalIn(parsed(text))?.refused.code === 'Unauthorized'
}

function tooMany(symbol: string | null, wait: number | null): Attempt {
  const advice = wait === null ? 'try again later' : `try again in ${Math.ceil(wait / 1000)} s`
  return faulty('rate_limited', { symbol, what: `answers that there are too many requests; ${advice}`, retryAfter: wait })
}

function noSession(symbol: string | null, { code, why }: NoSession): Attempt {
  return code === 'rate_limited' ? tooMany(symbol, null) : unauthorized(symbol, why)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unauthorized(symbol: string | null, why: string): Attempt {
  const attempt = faulty('unauthorized', { symbol, what: `refuses to serve this program: ${why}` })
  return { ...attempt, isWorthRepeating: false }
}

function faultOfConnection(cause: unknown, { symbol, timeoutMs }: { symbol: string | null; timeoutMs: number }): Attempt {
  if (cause instanceof MalformedReply) {
    return { ...faulty('malformed', { symbol, what: `sent no answer: ${cause.message}`, cause }), isWorthRepeating: false }
  }
  const isTimeout = cause instanceof Error && cause.name === 'TimeoutError'
  const what = isTimeout
    ? `gave no whole answer within ${timeoutMs / 1000} s; try again later`
    : 'cannot be reached or broke off its answer; check the connection and try again'
  return faulty('unavailable', { symbol, what, cause })
}

function faulty(code: MarketDataErrorCode, fault: YahooFault): Extract<Attempt, { fault: unknown }> {
  return { fault: yahooFault(code, fault), isWorthRepeating: true }
}
