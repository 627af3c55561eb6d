import {
  attemptBlockedUntil,
  emailKey,
  findUser,
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
  const { database, attemptsInTurn } = context
  const user = await findUserByEmail(database.db, email)
  const counted = await countedSource(context, { userId: user?.id ?? nobody, source })
  const attempt = { email, source: counted, requestSource: source, userId: user?.id }
  await refuseBlocked(context, attempt)
  const line = `${counted} ${emailKey(email)}`
  // One at a time, so that good sign-ins at the same moment do not look like failures of each other.
  const isRight = await attemptsInTurn(line, () => judged(context, { attempt, password })).catch((fault: unknown) => {
    throw fault instanceof TooBusyError ? tooBusy(fault) : fault
  })
  if (user !== undefined && isRight) return user
  context.security('sign_in_failed', { source, userId: user?.id })
  throw new Problem('invalid_credentials', { detail: 'E-mail or password is wrong.' })
}

interface Judgment {
  attempt: CountedAttempt
  password: string
}

/** Whether the password is the account's. The attempt counts as failed until that is known. */
async function judged(context: AuthContext, { attempt, password }: Judgment): Promise<boolean> {
  const { database, hashing, clock } = context
  const { db } = database
  const { email, source } = attempt
  if (!(await reserveAttempt(db, { email, source, now: clock(), ...attemptLimits }))) {
    await refuseBlocked(context, attempt)
    throw tooManyRequests(1)
  }
  // Read now: the password may have changed while others had their turn.
  const user = await findUser(db, attempt.userId ?? nobody)
  const { isRight, rehash } = await hashing.check(password, user?.password_hash ?? null).catch(async (fault: unknown) => {
    await returnAttempt(db, { email, source })
    throw fault
  })
  if (user === undefined || !isRight) return false
  await forgetFailures(db, { email, source })
  if (rehash !== null) await setPasswordHash(db, { userId: user.id, hash: rehash })
  return true
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

interface CountedAttempt {
  email: string
  /** Under which name its failure counts. */
  source: string
  requestSource: RequestSource
  userId: number | undefined
}

async function refuseBlocked({ database, security, clock }: AuthContext, attempt: CountedAttempt): Promise<void> {
  const { email, source, requestSource, userId } = attempt
  const now = clock()
  const until = await attemptBlockedUntil(database.db, { email, source, now })
  if (until === null) return
  security('sign_in_throttled', { source: requestSource, userId })
  throw tooManyRequests((until.getTime() - now.getTime()) / 1000)
}
