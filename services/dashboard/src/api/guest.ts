import { ProblemError } from '../problems.ts'
import { session, signInAsGuest } from './session.ts'

/** What the server said to guests; until then nothing is known. */
let guestsAreRefused = false
let underway: Promise<void> | null = null

/**
 * Makes sure that calls have a session where that takes no person: the one that is being resumed, or a guest's on servers that have
 * them. False where somebody has to sign in; rejects where the server cannot be asked.
 */
export async function ensureSession(): Promise<boolean> {
  if (session.state() === 'unknown') await nextState()
  if (session.state() === 'signed-out' && !guestsAreRefused) {
    underway ??= becomeGuest().finally(() => (underway = null))
    await underway
  }
  return session.state() === 'signed-in'
}

async function becomeGuest(): Promise<void> {
  try {
    await signInAsGuest()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 403) throw error
    guestsAreRefused = true
  }
}

async function nextState(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = session.subscribe(resolve)
  await promise
  stop()
}
