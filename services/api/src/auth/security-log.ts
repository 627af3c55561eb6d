import type { Logger, Meters } from '@portofino/telemetry'
import type { RequestSource } from './request-source.ts'

/** What an operator may want to look at later. The log never holds an address of e-mail, a password or a token. */
const events = {
  registered: 'an account was registered',
  guest_created: 'a guest came',
  signed_in: 'somebody signed in',
  sign_in_failed: 'a sign-in failed',
  sign_in_throttled: 'a sign-in was refused for too many failures',
  signed_out: 'somebody signed out',
  refresh_token_reused: 'a refresh token was used twice; its session was ended',
  session_ended: 'a session was ended',
  password_changed: 'a password was changed',
  api_token_created: 'an API token was made',
  api_token_deleted: 'an API token was deleted',
  account_exported: 'the data of an account was exported',
  account_deleted: 'an account was deleted',
  google_linked: 'a Google identity was linked',
  google_refused: 'a sign-in with Google was refused',
} as const

export type SecurityEvent = keyof typeof events

const alarming: readonly SecurityEvent[] = ['refresh_token_reused', 'sign_in_throttled', 'google_refused']

export interface SecurityFacts {
  source?: Pick<RequestSource, 'address'>
  userId?: number | undefined
  sessionId?: string | null | undefined
  reason?: string
}

export type SecurityLog = (event: SecurityEvent, facts: SecurityFacts) => void

export function securityLog({ logger, meters }: { logger: Logger; meters: Meters }): SecurityLog {
  return (event, { source, userId, sessionId, reason }) => {
    const fields = { event, address: source?.address, user_id: userId, session_id: sessionId ?? undefined, reason }
    if (alarming.includes(event)) logger.warn(fields, events[event])
    else logger.info(fields, events[event])
    meters.securityEvents.inc({ event })
    const outcome = outcomes[event]
    if (outcome !== undefined) meters.signIns.inc({ outcome })
  }
}

const outcomes: Partial<Record<SecurityEvent, string>> = {
  signed_in: 'ok',
  sign_in_failed: 'failed',
  sign_in_throttled: 'throttled',
}
