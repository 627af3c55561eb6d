import { connectionOf } from './live/connection-state.ts'
import type { Connection, ConnectionFacts } from './live/connection-state.ts'

const listeners = new Set<() => void>()
const followers = new Map<object, Connection>()
let facts: Omit<ConnectionFacts, 'followers'> = { isOnline: navigator.onLine, unanswered: 0, lastAnswer: null }
let current = connectionOf({ ...facts, followers: [] })

function look(): void {
  const next = connectionOf({ ...facts, followers: [...followers.values()] })
  if (JSON.stringify(next) === JSON.stringify(current)) return
  current = next
  for (const listener of listeners) listener()
}

/** How well the server is heard, for the whole page: told by sockets and calls, shown by the dot. */
export const connection = {
  current: (): Connection => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** What one follower hears; null when it follows nothing any more. */
  heardBy(follower: object, state: Connection | null): void {
    if (state === null) followers.delete(follower)
    else followers.set(follower, state)
    look()
  },
  /** Whether anything answered a call, whatever it said. */
  called(isAnswered: boolean): void {
    facts = isAnswered ? { ...facts, unanswered: 0, lastAnswer: new Date() } : { ...facts, unanswered: facts.unanswered + 1 }
    look()
  },
}

function network(isOnline: boolean): void {
  facts = { ...facts, isOnline }
  look()
}

addEventListener('offline', () => network(false))
addEventListener('online', () => network(true))
