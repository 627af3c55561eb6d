import { excerpt } from '../plain-text.ts'

/** What Yahoo asks for once it has refused a request without: a cookie, and a word that belongs to it. */
export interface YahooSession {
  cookie: string
  crumb: string
}

/** One request that follows no redirect to a foreign host and gives the whole body. */
export type Exchange = (address: string, cookie: string | null) => Promise<{ status: number; headers: Headers; text: string }>

/** Why there is no session. */
export interface NoSession {
  code: 'rate_limited' | 'unauthorized'
  why: string
}

/** A fresh session, or why there is none. Faults of the connection pass through. */
export async function freshSession(
  exchange: Exchange,
  { cookieAddress, crumbAddress }: { cookieAddress: string; crumbAddress: string },
): Promise<YahooSession | NoSession> {
  const greeting = await exchange(cookieAddress, null)
  const cookie = greeting.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0]!.trim())
    .join('; ')
  if (cookie === '') return { code: 'unauthorized', why: 'it gave no cookie' }
  const { status, text } = await exchange(crumbAddress, cookie)
  if (isTooMany(status, text)) return { code: 'rate_limited', why: 'it gave no crumb' }
  const crumb = text.trim()
  if (status !== 200 || !/^[^\s<>{}]{1,64}$/.test(crumb)) {
    return { code: 'unauthorized', why: `it gave no crumb but ${status} "${excerpt(text)}"` }
  }
  return { cookie, crumb }
}

/** Under load Yahoo says so with 429 or 999, and at times with 200 and these words where data should be. */
export function isTooMany(status: number, text: string): boolean {
  return status === 429 || status === 999 || /^\s*(edge: )?too many requests/i.test(text)
}
