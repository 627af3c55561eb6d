import type { TaskEvent } from '@portofino/database'
import type { TaskContext } from './context.ts'

/** Payload: the id of the task. */
export const taskChannel = 'task_event'
export const outboxChannel = 'outbox'

/** What was just committed, for followers in this process: they need not read it back. */
export interface SaidEvent extends TaskEvent {
  /** Of a result that was just stored: JSON in zstd. */
  portfolioValue?: Uint8Array | undefined
}

/** Tells followers of the task, and the relay of events, that something was just committed. */
export function announceTask({ jobs }: Pick<TaskContext, 'jobs'>, taskId: string, said?: SaidEvent): void {
  jobs.announcements.announce(taskChannel, taskId, said)
  jobs.announcements.announce(outboxChannel, '')
}

/** Whether the news of an announcement is of this process. */
export function isSaid(news: unknown): news is SaidEvent {
  return typeof news === 'object' && news !== null && 'seq' in news && 'message' in news
}
