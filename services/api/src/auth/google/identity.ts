import { authorizationCodeGrant } from 'openid-client'
import type { IDToken } from 'openid-client'
import type { Provider } from './provider.ts'
import type { PendingSignIn } from './pending-sign-in.ts'

/** Who somebody is at the provider: issuer and subject say it, the address only how to call them. */
export interface Identity {
  issuer: string
  subject: string
  email: string
}

/** Why a sign-in came to nothing; the words go to the log. */
export class GoogleRefusal extends Error {
  readonly code = 'google_refused'
  readonly outcome: 'canceled' | 'refused' | 'exists'

  constructor(reason: string, outcome: GoogleRefusal['outcome'], cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause })
    this.name = 'GoogleRefusal'
    this.outcome = outcome
  }
}

const toleranceSeconds = 5
const longestSubject = 255

/** Exchanges the code of a callback and checks what the provider says. Throws a `GoogleRefusal` for anything that is not as it should be. */
export async function callbackIdentity(
  provider: Provider,
  { url, pending, now }: { url: URL; pending: PendingSignIn; now: Date },
): Promise<Identity> {
  try {
    const tokens = await authorizationCodeGrant(await provider(), url, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    })
    return identity(tokens.claims(), now)
  } catch (fault) {
    if (fault instanceof GoogleRefusal) throw fault
    const reason = fault instanceof Error ? faultReason(fault) : 'unknown'
    throw new GoogleRefusal(reason, reason === 'access_denied' ? 'canceled' : 'refused', fault)
  }
}

/** What openid-client leaves to its caller. */
function identity(claims: IDToken | undefined, now: Date): Identity {
  if (claims === undefined) throw new GoogleRefusal('no_id_token', 'refused')
  const { iss: issuer, sub: subject, iat, email, email_verified: isVerified } = claims
  if (iat > now.getTime() / 1000 + toleranceSeconds) throw new GoogleRefusal('issued_in_the_future', 'refused')
  if (subject === '' || subject.length > longestSubject) throw new GoogleRefusal('bad_subject', 'refused')
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email)) throw new GoogleRefusal('no_email', 'refused')
  if (isVerified !== true) throw new GoogleRefusal('email_not_verified', 'refused')
  return { issuer, subject, email }
}

/** The provider's error, else the library's code. Neither holds a secret. */
function faultReason(fault: Error): string {
  if ('error' in fault && typeof fault.error === 'string') return fault.error.slice(0, 100)
  if ('code' in fault && typeof fault.code === 'string') return fault.code
  return fault.name
}
