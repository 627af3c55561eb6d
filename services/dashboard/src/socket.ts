import { TaskFollower } from './live/task-follower.ts'
import type { Following } from './live/task-follower.ts'

const followers = new Set<TaskFollower>()

/** Listens to a task until its last message; the answer ends that earlier. */
export function followTask({ onEnd, ...following }: Following): () => void {
  const forget = (): boolean => followers.delete(follower)
  const follower: TaskFollower = new TaskFollower({
    ...following,
    onEnd: (end) => {
      forget()
      onEnd(end)
    },
  })
  followers.add(follower)
  return () => {
    forget()
    follower.stop()
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
