import type { tokenPairSchema } from '@portofino/contract'
import type { z } from 'zod'
import { ProblemError, signedOut } from '../problems.ts'
import type { Call } from './request.ts'
import { send } from './request.ts'

type TokenPair = z.infer<typeof tokenPairSchema>

export type SessionState =
  /** Before the first answer. */
  'unknown' | 'signed-out' | 'signed-in' | 'expired'

/** Says only that a refresh cookie may exist, so that visitors without one are not refused in vain. */
const mark = 'portofino.session'
const channel = new BroadcastChannel('portofino.session')
const listeners = new Set<() => void>()
let state: SessionState = 'unknown'
let token: { value: string; endsAt: number } | null = null
/** Whose session it is or was: the subject of the latest token. */
let person: string | null = null

function become(next: SessionState): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

channel.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') {
    token = null
    become('signed-out')
  }
  if (data === 'signed-in' && state !== 'signed-in') void resumeSession()
})

export const session = {
  state: (): SessionState => state,
  /** Calls back after each change; the answer ends that. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function accept(pair: TokenPair): void {
  const next = subjectOf(pair.access_token)
  // What an expired session left waiting is not another person's to do.
  if (state === 'expired' && next !== person) become('signed-out')
  person = next
  token = { value: pair.access_token, endsAt: performance.now() + (pair.expires_in - 15) * 1000 }
  localStorage.setItem(mark, 'yes')
  become('signed-in')
}

/** Not verified, since nothing is granted by it: the server does that. */
function subjectOf(accessToken: string): string | null {
  const payload = accessToken.split('.')[1] ?? ''
  const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }
  return sub ?? null
}

/** Looks for the session that an earlier visit left. Never rejects for want of one. */
export async function resumeSession(): Promise<void> {
  if (localStorage.getItem(mark) === null) return become('signed-out')
  try {
    await refresh()
  } catch (error) {
    // Without a server nothing is known; pages say so themselves.
    if (state === 'unknown') become('signed-out')
    if (!(error instanceof ProblemError)) throw error
  }
}

/** Whether an earlier visit may have left a session here, so that nobody's is replaced by a guest's. */
export function mayHaveSession(): boolean {
  return localStorage.getItem(mark) !== null
}

/** One tab at a time asks for a new access token, because each refresh token works once. */
async function refresh(): Promise<void> {
  const before = token
  await navigator.locks.request('portofino.refresh', async () => {
    if (token !== before) return
    try {
      const reply = await send('/auth/refresh', { method: 'POST', body: {} })
      accept((await reply.json()) as TokenPair)
    } catch (error) {
      if (isRefusal(error)) lose(state === 'signed-in' || state === 'expired' ? 'expired' : 'signed-out')
      throw error
    }
  })
}

function isRefusal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 401
}

function lose(next: 'expired' | 'signed-out'): void {
  token = null
  localStorage.removeItem(mark)
  become(next)
}

export interface Credentials {
  email: string
  password: string
}

/** Signs in with what a form says. */
export async function signIn(credentials: Credentials): Promise<void> {
  const reply = await send('/auth/login', { method: 'POST', body: { ...credentials, session: 'cookie' } })
  accept((await reply.json()) as TokenPair)
  channel.postMessage('signed-in')
}

/** Makes an account and signs in to it. A guest who is signed in becomes that account, with all runs. */
export async function register(credentials: Credentials): Promise<void> {
  const headers = state === 'signed-in' ? await bearer() : {}
  await send('/auth/register', { method: 'POST', body: credentials, headers })
  await signIn(credentials)
}

/** A fresh account without a name, on servers that listen to their own machine only. */
export async function signInAsGuest(): Promise<void> {
  const reply = await send('/auth/guest', { method: 'POST', body: { session: 'cookie' } })
  accept((await reply.json()) as TokenPair)
}

/** Takes the session that Google's flow left as a cookie. */
export async function takeUpSession(): Promise<void> {
  localStorage.setItem(mark, 'yes')
  await refresh()
  channel.postMessage('signed-in')
}

/** Ends the session here and in every tab. */
export async function signOut(): Promise<void> {
  try {
    await send('/auth/logout', { method: 'POST', body: {} })
  } finally {
    forgetSession()
  }
}

/** For a session that the server has ended already, with the account. */
export function forgetSession(): void {
  lose('signed-out')
  channel.postMessage('signed-out')
}

/** Leaves an expired session for good: what waits for it is refused. */
export function abandonSession(): void {
  if (state === 'expired') become('signed-out')
}

/** What may be tried after a refusal, in turn; each throws where it is of no use. */
const remedies = [renewToken, signInAgain] as const

function renewToken(refusal: ProblemError): void {
  if (token === null && state !== 'expired') throw refusal
  token = null
}

/** Waits while a dialog asks the person to sign in. */
async function signInAgain(refusal: ProblemError, signal: AbortSignal | undefined): Promise<void> {
  if (state !== 'expired') throw refusal
  await new Promise<void>((resolve, reject) => {
    const end = session.subscribe(() => {
      end()
      if (state === 'signed-in') resolve()
      else reject(refusal)
    })
    signal?.addEventListener('abort', () => {
      end()
      reject(signal.reason as Error)
    })
  })
}

/** The bearer of the session, renewed before it ends. */
async function bearer(): Promise<Record<string, string>> {
  // Asking again would only be refused again.
  if (state !== 'expired' && (token === null || performance.now() > token.endsAt)) await refresh()
  return token === null ? {} : { authorization: `Bearer ${token.value}` }
}

/**
 * A call of the signed-in user. A token that is refused is renewed once. Where the session has expired meanwhile, the call waits until its
 * person has signed in again.
 */
export async function call(path: string, given: Call = {}): Promise<Response> {
  for (const remedy of remedies) {
    try {
      return await attempt(path, given)
    } catch (error) {
      if (!isRefusal(error)) throw error
      await remedy(error, given.signal)
    }
  }
  return attempt(path, given)
}

async function attempt(path: string, { headers, ...rest }: Call): Promise<Response> {
  if (state === 'signed-out') throw signedOut()
  return send(path, { ...rest, headers: { ...headers, ...(await bearer()) } })
}

/** The same, read as JSON. */
export async function callJson<Reply>(path: string, given?: Call): Promise<Reply> {
  return (await (await call(path, given)).json()) as Reply
}
