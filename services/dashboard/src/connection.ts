/** How well the server is heard: one state for the whole page, set by the sockets and shown by the dot. */
export type Connection =
  | { kind: 'live' }
  | { kind: 'reconnecting'; attempt: number; lastHeard: Date | null }
  | { kind: 'polling'; lastHeard: Date | null }
  | { kind: 'offline' }

const listeners = new Set<() => void>()
let current: Connection = navigator.onLine ? { kind: 'live' } : { kind: 'offline' }

export const connection = {
  current: (): Connection => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  become(next: Connection): void {
    current = next
    for (const listener of listeners) listener()
  },
}

addEventListener('offline', () => connection.become({ kind: 'offline' }))
addEventListener('online', () => connection.become({ kind: 'live' }))
