export type SessionState =
  /** Before the first answer. */
  'unknown' | 'signed-out' | 'signed-in' | 'expired'

/** An access token, with the moment after which it is not worth sending, on the clock of `performance.now()`. */
export interface AccessToken {
  readonly value: string
  readonly endsAt: number
}

/** What this tab knows of its session. */
export interface SessionFacts {
  readonly state: SessionState
  readonly token: AccessToken | null
  /** Whose session it is or was: the subject of the latest token; null once that person has left. */
  readonly person: string | null
  /** How often somebody has left by their own wish, here or in another tab. */
  readonly departures: number
}

/** What may happen to it. */
export type SessionEvent =
  | { kind: 'accepted'; token: AccessToken; person: string | null }
  /** The server knows of no session that could be renewed. */
  | { kind: 'refused' }
  /** Nothing is kept of an earlier visit, or nobody can be asked about it. */
  | { kind: 'not-found' }
  /** A call with this token was refused. */
  | { kind: 'token-refused'; token: AccessToken }
  /** The person signed out, here or elsewhere, or the account is gone. */
  | { kind: 'left' }
  /** The person does not want to take up what has expired. */
  | { kind: 'abandoned' }

export const unknownSession: SessionFacts = { state: 'unknown', token: null, person: null, departures: 0 }

/** One event, judged. */
export function sessionAfter(facts: SessionFacts, event: SessionEvent): SessionFacts {
  if (event.kind === 'accepted') return { ...facts, state: 'signed-in', token: event.token, person: event.person }
  if (event.kind === 'left') return { state: 'signed-out', token: null, person: null, departures: facts.departures + 1 }
  // Of calls that were refused together, the late ones must not throw away what the first has renewed.
  if (event.kind === 'token-refused') return event.token === facts.token ? { ...facts, token: null } : facts
  return { ...facts, ...lost(facts, event.kind) }
}

function lost({ state, token }: SessionFacts, why: 'refused' | 'not-found' | 'abandoned'): Pick<SessionFacts, 'state' | 'token'> {
  if (why === 'refused') return { state: state === 'signed-in' || state === 'expired' ? 'expired' : 'signed-out', token: null }
  const isOver = state === (why === 'abandoned' ? 'expired' : 'unknown')
  return { state: isOver ? 'signed-out' : state, token }
}

/** Whether somebody else has come since: nothing that one person began or saw is the other's. */
export function isAnother(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now
}
