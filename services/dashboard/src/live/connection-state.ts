/** How well the server is heard. */
export type Connection =
  | { kind: 'live' }
  | { kind: 'reconnecting'; attempt: number; lastHeard: Date | null }
  | { kind: 'polling'; lastHeard: Date | null }
  | { kind: 'offline' }

/** What tells it. */
export interface ConnectionFacts {
  readonly isOnline: boolean
  /** Of each task that is followed. */
  readonly followers: readonly Connection[]
  /** Calls in a row that nothing answered. */
  readonly unanswered: number
  /** When a call was answered last. */
  readonly lastAnswer: Date | null
}

const fromWorst = ['offline', 'reconnecting', 'polling', 'live'] as const

/** One state for the whole page: the worst of what is followed, or how the latest call went where nothing is. */
export function connectionOf({ isOnline, followers, unanswered, lastAnswer }: ConnectionFacts): Connection {
  if (!isOnline) return { kind: 'offline' }
  const [worst] = followers.toSorted((a, b) => fromWorst.indexOf(a.kind) - fromWorst.indexOf(b.kind))
  if (worst !== undefined) return worst
  return unanswered === 0 ? { kind: 'live' } : { kind: 'reconnecting', attempt: unanswered, lastHeard: lastAnswer }
}
