import type { TaskMessage, TaskStatus } from '@portofino/contract'
import { type LastEvent, latestTaskEvents } from '@portofino/database'
import { isSaid, type SaidEvent, taskChannel } from './announce-task.ts'
import type { TaskOwner } from './cancel-task.ts'
import type { TaskContext } from './context.ts'
import { type Follower, type Followers, newFollowers } from './followers.ts'
import type { PresentState } from './present-state.ts'
import { isFinal, type TaskMessages, taskMessages } from './task-messages.ts'

export interface FollowedTask extends TaskOwner {
  subject: 'simulations' | 'reports'
  /** Null starts with the present state. */
  after: number | null
}

/** What tasks say, of whichever process runs them. One a process. */
export interface TaskFeed extends AsyncDisposable {
  /**
   * First the present state or, with `after`, what came later; then what happens, up to the last message of the task or until the signal is
   * aborted. Null when there is no such task of this user.
   */
  follow(task: FollowedTask, signal: AbortSignal): Promise<AsyncIterable<TaskMessage> | null>
  /** What a follower would have got so far; null when there is no such task of this user. */
  events(owner: TaskOwner, after: number): Promise<{ status: TaskStatus; seq: number; events: TaskMessage[] } | null>
}

/** So often all followed tasks are looked at, in one question: a message to this process may be lost. */
const lookMs = 2000

export async function openTaskFeed({
  database,
  jobs,
  logger,
}: Pick<TaskContext, 'database' | 'jobs' | 'logger'>): Promise<TaskFeed> {
  const { db } = database
  const messages = taskMessages(database)
  const followers = newFollowers()

  function wake(taskId: string, said?: SaidEvent): void {
    messages.note(taskId, said)
    for (const follower of followers.of(taskId)) follower.wake()
  }

  async function look(): Promise<void> {
    const followed = followers.taskIds()
    if (followed.length === 0) return
    try {
      for (const [taskId, last] of await latestTaskEvents(db, followed)) {
        if (setBack(followers.of(taskId), last)) messages.forget(taskId)
        for (const follower of followers.of(taskId)) if (follower.seq < last.seq) wake(taskId)
      }
    } catch (error) {
      logger.warn({ error }, 'followed tasks cannot be looked at')
    }
  }

  const onMessage = (taskId: string, news?: unknown): void => wake(taskId, isSaid(news) ? news : undefined)
  const unsubscribe = await jobs.announcements.subscribe(taskChannel, onMessage, () => void look())
  const looking = setInterval(() => void look(), lookMs).unref()
  return {
    async follow(task, signal) {
      const present = await messages.present(task, task.subject)
      return present === undefined ? null : followTask({ messages, followers, task, present, signal })
    },

    async events(owner, after) {
      const present = await messages.present(owner)
      if (present === undefined) return null
      const events = await allAfter(messages, owner, after)
      const { status, seq } = events.at(-1) ?? present
      return { status, seq, events }
    },

    async [Symbol.asyncDispose]() {
      clearInterval(looking)
      await unsubscribe()
    },
  }
}

/** Those that are still here after the last message: a power cut took back what they heard, and its numbers were given again. */
function setBack(followers: Iterable<Follower>, last: LastEvent): boolean {
  const deceived = [...followers].filter(({ seq }) => isFinal(last) && seq >= last.seq)
  for (const follower of deceived) follower.seq = last.seq - 1
  return deceived.length > 0
}

/** What is known in this process may end before what is stored. */
async function allAfter(messages: TaskMessages, owner: TaskOwner, seq: number): Promise<TaskMessage[]> {
  const news = await messages.after(owner, seq)
  const last = news.at(-1)
  return last === undefined || isFinal(last) ? news : [...news, ...(await allAfter(messages, owner, last.seq))]
}

interface Following {
  messages: TaskMessages
  followers: Followers
  task: FollowedTask
  present: PresentState
  signal: AbortSignal
}

async function* followTask({ messages, followers, task, present, signal }: Following): AsyncGenerator<TaskMessage> {
  const follower = followers.add(task.taskId, Math.min(task.after ?? present.seq, present.seq))
  signal.addEventListener('abort', follower.wake, { once: true })
  try {
    if (task.after === null) yield await present.whole()
    let isOver = isFinal(present) && follower.seq >= present.seq
    while (!isOver && !signal.aborted) {
      follower.rest()
      const news = await messages.after(task, follower.seq)
      for (const message of news) {
        follower.seq = message.seq
        isOver = isFinal(message)
        yield message
      }
      if (news.length === 0) await follower.woken()
    }
  } finally {
    followers.remove(task.taskId, follower)
    signal.removeEventListener('abort', follower.wake)
  }
}
