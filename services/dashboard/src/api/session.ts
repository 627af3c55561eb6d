import type { tokenPairSchema } from '@portofino/contract'
import type { z } from 'zod'
import { ProblemError } from '../problems.ts'
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

function become(next: SessionState): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

channel.addEventListener('message', ({ data }) => {
  if (data !== 'signed-out') return
  token = null
  become('signed-out')
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
  token = { value: pair.access_token, endsAt: performance.now() + (pair.expires_in - 15) * 1000 }
  localStorage.setItem(mark, 'yes')
  become('signed-in')
}

/** Looks for the session that an earlier visit left. Never rejects for want of one. */
export async function resumeSession(): Promise<void> {
  if (localStorage.getItem(mark) === null) return become('signed-out')
  try {
    await refresh()
  } catch (error) {
    // Without a server nothing is known; pages say so themselves.
    if (!(error instanceof ProblemError) || error.status !== 401) become('signed-out')
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
      if (error instanceof ProblemError && error.status === 401) lose(state === 'signed-in' ? 'expired' : 'signed-out')
      throw error
    }
  })
}

function lose(next: 'expired' | 'signed-out'): void {
  token = null
  localStorage.removeItem(mark)
  become(next)
}

/** Signs in with what a form says. */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  const reply = await send('/auth/login', { method: 'POST', body: { ...credentials, session: 'cookie' } })
  accept((await reply.json()) as TokenPair)
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
}

/** Ends the session here and in every tab. */
export async function signOut(): Promise<void> {
  try {
    await send('/auth/logout', { method: 'POST', body: {} })
  } finally {
    lose('signed-out')
    channel.postMessage('signed-out')
  }
}

/** The bearer of the session, renewed before it ends. */
async function bearer(): Promise<Record<string, string>> {
  if (token === null || performance.now() > token.endsAt) await refresh()
  return token === null ? {} : { authorization: `Bearer ${token.value}` }
}

/** A call of the signed-in user. A token that is refused is renewed once. */
export async function call(path: string, { headers, ...rest }: Call = {}): Promise<Response> {
  const attempt = async (): Promise<Response> => send(path, { ...rest, headers: { ...headers, ...(await bearer()) } })
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401 || token === null) throw error
    token = null
    return attempt()
  }
}

/** The same, read as JSON. */
export async function callJson<Reply>(path: string, given?: Call): Promise<Reply> {
  return (await (await call(path, given)).json()) as Reply
}
