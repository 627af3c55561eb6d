import type { TaskContext } from './context.ts'

/** Payload: the id of the task. */
export const taskChannel = 'task_event'
export const outboxChannel = 'outbox'

/** Tells followers of the task, and the relay of events, that something was just committed. */
export function announceTask({ jobs }: Pick<TaskContext, 'jobs'>, taskId: string): void {
  jobs.announcements.announce(taskChannel, taskId)
  jobs.announcements.announce(outboxChannel, '')
}
