import { socketAddress } from './api/address.ts'
import { callJson } from './api/session.ts'
import { connection } from './connection.ts'
import type { PolledTask } from './live/follow-state.ts'
import { TaskFollower } from './live/task-follower.ts'
import type { Following, Line } from './live/task-follower.ts'

const followers = new Set<TaskFollower>()

/** Listens to a task until its last message; the answer ends that earlier. */
export function followTask({ onEnd, ...following }: Following): () => void {
  const forget = (): boolean => followers.delete(follower)
  const whole: Following = {
    ...following,
    onEnd: (end) => {
      forget()
      onEnd(end)
    },
  }
  const follower: TaskFollower = new TaskFollower(whole, lineFor(whole))
  followers.add(follower)
  return () => {
    forget()
    follower.stop()
  }
}

function lineFor(follower: object): Line {
  return {
    ticket: async (signal) =>
      (await callJson<{ ticket: string }>('/auth/ws-ticket', { method: 'POST', body: {}, signal })).ticket,
    open: (path, protocols) => new WebSocket(socketAddress(path), protocols),
    ask: async (path, signal) => callJson<PolledTask>(path, { signal }),
    tell: (state) => connection.heardBy(follower, state),
  }
}

/** Tries every lost connection now. */
export function reconnectNow(): void {
  for (const follower of followers) follower.hurry()
}

addEventListener('online', reconnectNow)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') reconnectNow()
})
