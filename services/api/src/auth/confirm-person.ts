import { findSignedIn, findUser } from '@portofino/database'
import { Problem } from '../problem.ts'
import type { AuthContext } from './auth-context.ts'
import type { RequestSource } from './request-source.ts'
import { checkedAccount } from './sign-in.ts'
import type { SignedInUser } from './signed-in-user.ts'

export interface Confirmation {
  user: SignedInUser
  password: string | undefined
  source: RequestSource
}

/** How long ago somebody without a password must have signed in, at most. */
const freshMs = 600_000

/** Makes sure that the person who owns the account asks, not only somebody who holds a token: by password, or by a fresh sign-in. */
export async function confirmPerson(context: AuthContext, { user, password, source }: Confirmation): Promise<void> {
  const account = await findUser(context.database.db, user.id)
  if (account === undefined || user.isGuest) return
  if (account.email === null || account.password_hash === null) return confirmFreshness(context, user)
  if (password === undefined) {
    throw new Problem('invalid_credentials', { detail: 'The current password is needed for this.', status: 403 })
  }
  await checkedAccount(context, { email: account.email, password, source }).catch((fault: unknown) => {
    // 401 would tell clients that the session is over.
    if (!(fault instanceof Problem) || fault.code !== 'invalid_credentials') throw fault
    throw new Problem('invalid_credentials', { detail: 'The current password is wrong.', status: 403 })
  })
}

async function confirmFreshness({ database, clock }: AuthContext, { sessionId }: SignedInUser): Promise<void> {
  const now = clock()
  const signedIn = sessionId === null ? undefined : await findSignedIn(database.db, { sessionId, now })
  if (signedIn !== undefined && now.getTime() - signedIn.signed_in_at.getTime() <= freshMs) return
  throw new Problem('forbidden', { detail: 'Sign in with Google again first: this needs a sign-in of the last ten minutes.' })
}
