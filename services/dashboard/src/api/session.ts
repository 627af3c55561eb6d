import type { tokenPairSchema } from '@portofino/contract'
import type { z } from 'zod'
import { ProblemError, signedOut } from '../problems.ts'
import { onDevice } from '../stored-text.ts'
import type { Call } from './request.ts'
import { send } from './request.ts'
import { isAnother, sessionAfter, unknownSession } from './session-state.ts'
import type { AccessToken, SessionEvent, SessionFacts, SessionState } from './session-state.ts'

type TokenPair = z.infer<typeof tokenPairSchema>

export type { SessionState } from './session-state.ts'

/** What tabs tell each other. */
type Word = { kind: 'signed-in'; person: string | null } | { kind: 'signed-out' }

/** Says only that a refresh cookie may exist, so that visitors without one are not refused in vain. */
const mark = onDevice('portofino.session')
const channel = new BroadcastChannel('portofino.session')
const listeners = new Set<() => void>()
let now = unknownSession

function take(event: SessionEvent): void {
  const before = now
  now = sessionAfter(before, event)
  const isSame = now.state === before.state && now.person === before.person && now.departures === before.departures
  if (!isSame) for (const listener of listeners) listener()
}

channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.kind === 'signed-out') take({ kind: 'left' })
  else if (now.state !== 'signed-in' || isAnother(now.person, data.person)) void resumeSession()
})

function tellTabs(word: Word): void {
  channel.postMessage(word)
}

export const session = {
  state: (): SessionState => now.state,
  facts: (): SessionFacts => now,
  /** Calls back after each change; the answer ends that. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function accept(pair: TokenPair): void {
  mark.keep('yes')
  const token = { value: pair.access_token, endsAt: performance.now() + (pair.expires_in - 15) * 1000 }
  take({ kind: 'accepted', token, person: subjectOf(pair.access_token) })
}

/** Not verified, since nothing is granted by it: the server does that. */
function subjectOf(accessToken: string): string | null {
  const payload = accessToken.split('.')[1] ?? ''
  const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }
  return sub ?? null
}

/** Looks for the session that an earlier visit left. Never rejects for want of one. */
export async function resumeSession(): Promise<void> {
  if (!mayHaveSession()) return take({ kind: 'not-found' })
  try {
    await refresh()
  } catch (error) {
    // Without a server nothing is known; pages say so themselves.
    take({ kind: 'not-found' })
    if (!(error instanceof ProblemError)) throw error
  }
}

/** Whether an earlier visit may have left a session here, so that nobody's is replaced by a guest's. */
export function mayHaveSession(): boolean {
  return mark.read() !== null
}

/** What changes the refresh cookie: of all tabs one at a time, and none keeps the others waiting for ever. */
async function changeCookie(path: string, body: object): Promise<Response> {
  return send(path, { method: 'POST', body, signal: AbortSignal.timeout(15_000) })
}

async function alone<Result>(act: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('portofino.refresh', act)
}

/** One tab at a time asks for a new access token, because each refresh token works once. */
async function refresh(): Promise<void> {
  const { token: before, departures } = now
  const hasLeft = (): boolean => now.departures !== departures
  await alone(async () => {
    if (hasLeft()) throw signedOut()
    if (now.token !== null && now.token !== before) return
    const pair = await renewedPair().catch((error: unknown) => {
      if (isRefusal(error) && !hasLeft()) lose()
      throw error
    })
    if (hasLeft()) throw signedOut()
    accept(pair)
  })
}

async function renewedPair(): Promise<TokenPair> {
  return (await (await changeCookie('/auth/refresh', {})).json()) as TokenPair
}

function lose(): void {
  mark.forget()
  take({ kind: 'refused' })
}

function isRefusal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 401
}

export interface Credentials {
  email: string
  password: string
}

/** Signs in with what a form says. */
export async function signIn(credentials: Credentials): Promise<void> {
  await startSession('/auth/login', { ...credentials, session: 'cookie' })
}

async function startSession(path: string, body: object): Promise<void> {
  await alone(async () => accept((await (await changeCookie(path, body)).json()) as TokenPair))
  tellTabs({ kind: 'signed-in', person: now.person })
}

/** Makes an account and signs in to it. A guest who is signed in becomes that account, with all runs. */
export async function register(credentials: Credentials): Promise<void> {
  const headers = now.state === 'signed-in' ? bearer(await validToken()) : {}
  await send('/auth/register', { method: 'POST', body: credentials, headers })
  await signIn(credentials)
}

/** A fresh account without a name, on servers that listen to their own machine only. */
export async function signInAsGuest(): Promise<void> {
  await startSession('/auth/guest', { session: 'cookie' })
}

/** Takes the session that Google's flow left as a cookie. */
export async function takeUpSession(): Promise<void> {
  mark.keep('yes')
  await refresh()
  tellTabs({ kind: 'signed-in', person: now.person })
}

/** Ends the session here and in every tab. Where the server cannot be told, it goes on and so does the page. */
export async function signOut(): Promise<void> {
  await alone(async () => {
    try {
      await changeCookie('/auth/logout', {})
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
    forgetSession()
  })
}

/** For a session that the server has ended already, with the account, and for whoever leaves without its help. */
export function forgetSession(): void {
  mark.forget()
  take({ kind: 'left' })
  tellTabs({ kind: 'signed-out' })
}

/** Leaves an expired session for good: what waits for it is refused. */
export function abandonSession(): void {
  take({ kind: 'abandoned' })
}

/** A call under way: for whom, and with which token it was last sent. */
interface Underway {
  person: string | null
  sent: AccessToken | null
  signal: AbortSignal | undefined
}

/** What may be tried after a refusal, in turn; each throws where it is of no use. */
const remedies = [renewToken, signInAgain] as const

function renewToken(refusal: ProblemError, { sent }: Underway): void {
  if (sent !== null) take({ kind: 'token-refused', token: sent })
  else if (now.state !== 'expired') throw refusal
}

/** Waits while a dialog asks the person to sign in. */
async function signInAgain(refusal: ProblemError, { signal }: Underway): Promise<void> {
  if (now.state !== 'expired') throw refusal
  await new Promise<void>((resolve, reject) => {
    const end = session.subscribe(() => {
      end()
      if (now.state === 'signed-in') resolve()
      else reject(refusal)
    })
    signal?.addEventListener('abort', () => {
      end()
      reject(signal.reason as Error)
    })
  })
}

/** The token of the session, renewed before it ends. */
async function validToken(): Promise<AccessToken | null> {
  // Asking again would only be refused again.
  if (now.state !== 'expired' && (now.token === null || performance.now() > now.token.endsAt)) await refresh()
  return now.token
}

/**
 * A call of the signed-in user. A token that is refused is renewed once. Where the session has expired meanwhile, the call waits until its
 * person has signed in again; it is never made for another one.
 */
export async function call(path: string, { signal, ...given }: Call = {}): Promise<Response> {
  const underway: Underway = { person: now.person, sent: null, signal }
  for (const remedy of remedies) {
    try {
      return await attempt(path, given, underway)
    } catch (error) {
      if (!isRefusal(error) || isAnother(underway.person, now.person)) throw error
      await remedy(error, underway)
    }
  }
  return attempt(path, given, underway)
}

async function attempt(path: string, { headers, ...rest }: Call, underway: Underway): Promise<Response> {
  if (now.state === 'signed-out') throw signedOut()
  const token = await validToken()
  if (isAnother(underway.person, now.person)) throw signedOut()
  underway.person ??= now.person
  underway.sent = token
  return send(path, { ...rest, signal: underway.signal, headers: { ...headers, ...bearer(token) } })
}

function bearer(token: AccessToken | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token.value}` }
}

/** The same, read as JSON. */
export async function callJson<Reply>(path: string, given?: Call): Promise<Reply> {
  return (await (await call(path, given)).json()) as Reply
}
