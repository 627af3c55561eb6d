import {
  attemptBlockedUntil,
  findUserByEmail,
  forgetFailures,
  knownSource,
  reserveAttempt,
  returnAttempt,
  setPasswordHash,
} from '@portofino/database'
import { TooBusyError } from '@portofino/passwords'
import { Problem } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import { tooManyRequests } from './limits.ts'
import type { RequestSource } from './request-source.ts'

export interface PasswordAttempt {
  email: string
  password: string
  source: RequestSource
}

/** Nobody has this id: the same questions are asked about an address without an account. */
const nobody = 0

const attemptLimits = { free: 4, firstDelayMs: 1000, longestDelayMs: 900_000, memoryMs: 86_400_000 }

/**
 * The account of an address and password. Answers the same, after the same work, whether the account is unknown or the password wrong.
 *
 * From the fifth failure on, each costs a longer wait. Strangers to an account wait together, so that many networks gain nothing;
 * a browser or network that has signed in before waits only for its own failures, so that strangers cannot lock the owner out.
 */
export async function checkedAccount(
  context: AuthContext,
  { email, password, source }: PasswordAttempt,
): Promise<{ id: number }> {
  const { database, hashing, security } = context
  const { db } = database
  const user = await findUserByEmail(db, email)
  const attempt = { email, source: await countedSource(context, { userId: user?.id ?? nobody, source }) }
  await reserve(context, { ...attempt, requestSource: source, userId: user?.id })
  const check = await hashing.check(password, user?.password_hash ?? null).catch(async (fault: unknown) => {
    await returnAttempt(db, attempt)
    throw fault instanceof TooBusyError ? tooBusy(fault) : fault
  })
  if (user === undefined || !check.isRight) {
    security('sign_in_failed', { source, userId: user?.id })
    throw new Problem('invalid_credentials', {
      detail: 'E-mail or password is wrong.',
      headers: { 'www-authenticate': 'Bearer realm="portofino"' },
    })
  }
  await forgetFailures(db, attempt)
  if (check.rehash !== null) await setPasswordHash(db, { userId: user.id, hash: check.rehash })
  return user
}

export function tooBusy({ retryAfterSeconds }: TooBusyError): Problem {
  return new Problem('busy', {
    detail: 'Too many people sign in at the moment; try again shortly.',
    retryAfter: retryAfterSeconds,
  })
}

/** Under which name failures count: empty for strangers. */
async function countedSource(
  { database }: AuthContext,
  { userId, source }: { userId: number; source: RequestSource },
): Promise<string> {
  const { network, device } = source
  const known = await knownSource(database.db, { userId, network, device })
  if (known === null) return ''
  return known === 'device' ? `device:${device?.toString('hex')}` : `network:${network}`
}

interface Reservation {
  email: string
  source: string
  requestSource: RequestSource
  userId: number | undefined
}

async function reserve({ database, security, clock }: AuthContext, attempt: Reservation): Promise<void> {
  const { email, source } = attempt
  const now = clock()
  const blockedUntil = await attemptBlockedUntil(database.db, { email, source, now })
  if (blockedUntil === null && (await reserveAttempt(database.db, { email, source, now, ...attemptLimits }))) return
  const until = blockedUntil ?? (await attemptBlockedUntil(database.db, { email, source, now }))
  security('sign_in_throttled', { source: attempt.requestSource, userId: attempt.userId })
  throw tooManyRequests(((until ?? now).getTime() - now.getTime()) / 1000)
}
