import { createAccount, findUserByIdentity, linkIdentity } from '@portofino/database'
import type { AuthContext } from '../auth-context.ts'
import type { Identity } from './identity.ts'

/** `exists`: the address has an account that must sign in first and link Google there; nothing is linked by address alone. */
export type GoogleAccount = { outcome: 'ok'; userId: number; isNew: boolean } | { outcome: 'exists' | 'refused'; reason: string }

/** The account of an identity: the one that it is linked to, else a new one. */
export async function accountOfIdentity({ database, config }: AuthContext, identity: Identity): Promise<GoogleAccount> {
  const { db } = database
  const known = await findUserByIdentity(db, identity)
  if (known !== undefined) return { outcome: 'ok', userId: known, isNew: false }
  if (config.registration === 'closed') return { outcome: 'refused', reason: 'registration_closed' }
  return db.transaction().execute(async (trx): Promise<GoogleAccount> => {
    const { email } = identity
    const account = await createAccount(trx, { email, passwordHash: null, firstIsOperator: config.isLoopback })
    if (account === undefined) {
      // Somebody may have signed in with it in another window just now.
      const linked = await findUserByIdentity(trx, identity)
      return linked === undefined ? { outcome: 'exists', reason: 'email_taken' } : { outcome: 'ok', userId: linked, isNew: false }
    }
    await linkIdentity(trx, { ...identity, userId: account.id })
    return { outcome: 'ok', userId: account.id, isNew: true }
  })
}
