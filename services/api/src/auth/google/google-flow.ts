import { findSignedIn, linkIdentity } from '@portofino/database'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { AuthContext } from '../auth-context.ts'
import type { RequestSource } from '../request-source.ts'
import { startSession } from '../sessions.ts'
import type { Tokens } from '../sessions.ts'
import { accountOfIdentity } from './google-account.ts'
import { GoogleRefusal, callbackIdentity } from './identity.ts'
import type { Identity } from './identity.ts'
import { pendingSignIns } from './pending-sign-in.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import type { Provider } from './provider.ts'

export type Outcome = 'ok' | 'canceled' | 'refused' | 'exists'

export interface Callback {
  url: URL
  /** What the browser kept since it left; null when it kept nothing. */
  sealed: string | null
  source: RequestSource
}

export interface GoogleFlow {
  /** Where to send the browser, and what it is to keep until it comes back. */
  begin: (link: PendingSignIn['link']) => Promise<{ location: string; sealed: string }>
  /** Tokens where somebody signed in; a linked account has its own already. */
  finish: (callback: Callback) => Promise<{ outcome: Outcome; tokens: Tokens | null }>
}

export function googleFlow(context: AuthContext, provider: Provider): GoogleFlow {
  const { config, site, security, clock } = context
  const pendings = pendingSignIns(config.dataDirectory)

  async function settled({ url, sealed, source }: Callback): Promise<{ outcome: Outcome; tokens: Tokens | null }> {
    const pending = sealed === null ? null : await pendings.take(sealed, clock())
    if (pending === null) throw new GoogleRefusal('no_pending_sign_in', 'refused')
    const identity = await callbackIdentity(provider, { url, pending, now: clock() })
    if (pending.link !== null) {
      await link(context, { identity, link: pending.link, source })
      return { outcome: 'ok', tokens: null }
    }
    const account = await accountOfIdentity(context, identity)
    if (account.outcome !== 'ok') throw new GoogleRefusal(account.reason, account.outcome)
    const { userId, isNew } = account
    if (isNew) security('registered', { source, userId, reason: 'google' })
    const tokens = await startSession(context, { userId, transport: 'cookie', source })
    security('signed_in', { source, userId, sessionId: tokens.sessionId, reason: 'google' })
    return { outcome: 'ok', tokens }
  }

  return {
    async begin(linkTo) {
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), link: linkTo }
      const location = buildAuthorizationUrl(await provider(), {
        redirect_uri: `${site.publicUrl}/auth/google/callback`,
        response_type: 'code',
        scope: 'openid email',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      })
      return { location: location.href, sealed: await pendings.seal(pending, clock()) }
    },

    async finish(callback) {
      try {
        return await settled(callback)
      } catch (fault) {
        if (!(fault instanceof GoogleRefusal)) throw fault
        if (fault.outcome !== 'canceled') security('google_refused', { source: callback.source, reason: fault.message })
        return { outcome: fault.outcome, tokens: null }
      }
    },
  }
}

interface Link {
  identity: Identity
  link: NonNullable<PendingSignIn['link']>
  source: RequestSource
}

/** Only while the session that asked for it is alive, and only to an account that the identity is free for. */
async function link(
  { database, security, clock }: AuthContext,
  { identity, link: { userId, sessionId }, source }: Link,
): Promise<void> {
  const signedIn = await findSignedIn(database.db, { sessionId, now: clock() })
  if (signedIn?.id !== userId) throw new GoogleRefusal('session_ended', 'refused')
  if (!(await linkIdentity(database.db, { ...identity, userId }))) throw new GoogleRefusal('linked_elsewhere', 'exists')
  security('google_linked', { source, userId, sessionId })
}
