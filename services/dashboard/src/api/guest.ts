import { ProblemError } from '../problems.ts'
import { authOptionsQuery } from './queries.ts'
import { queryClient } from './query-client.ts'
import { mayHaveSession, session, signInAsGuest, takeUpSession } from './session.ts'

let underway: Promise<void> | null = null

/**
 * Makes sure that calls have a session where that takes no person: the one that an earlier visit left, or a guest's on servers that have
 * them. False where somebody has to sign in; rejects where the server cannot be asked.
 */
export async function ensureSession(): Promise<boolean> {
  if (session.state() === 'unknown') await nextState()
  if (session.state() === 'signed-out') {
    underway ??= alone(begin).finally(() => (underway = null))
    await underway
  }
  // With an expired one calls wait until its person has signed in again.
  return session.state() !== 'signed-out'
}

/** Of tabs that open together, the first makes the guest and the others find its session. */
async function alone(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('portofino.guest', act)
}

async function begin(): Promise<void> {
  if (mayHaveSession() && (await isTakenUp())) return
  const { guests } = await queryClient.fetchQuery(authOptionsQuery)
  if (guests) await signInAsGuest()
}

/** False when the session has ended; a server that cannot be asked is no reason to become somebody else. */
async function isTakenUp(): Promise<boolean> {
  try {
    await takeUpSession()
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return false
    throw error
  }
}

async function nextState(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = session.subscribe(resolve)
  await promise
  stop()
}
