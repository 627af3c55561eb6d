import type { TaskMessage } from '@portofino/contract'
import { countWaitingBefore, type Database, findLastTaskEvent, type TaskEvent } from '@portofino/database'
import type { TaskOwner } from './cancel-task.ts'
import { findTask, type KnownTask } from './find-task.ts'

export type TaskSubject = KnownTask['subject']

/** How a task stands. */
export interface PresentState extends Pick<TaskMessage, 'seq' | 'status'> {
  /** The last message, with what only matters now. */
  whole(): Promise<TaskMessage>
}

export interface AskedTask {
  owner: TaskOwner
  /** Any unless given. */
  subject: TaskSubject | undefined
  /** The event as it goes over the wire. */
  read: (event: TaskEvent) => Promise<TaskMessage>
}

/** Undefined when there is no such task of this user, or it is none of the subject. */
export async function presentState(db: Database['db'], { owner, subject, read }: AskedTask): Promise<PresentState | undefined> {
  const task = await findTask(db, owner)
  if (task === undefined || task.subject !== (subject ?? task.subject)) return undefined
  const last = await findLastTaskEvent(db, owner.taskId)
  // Messages of a task that ended long ago are removed.
  const nothing = { task_id: owner.taskId, user_id: owner.userId, seq: 0, status: task.status }
  if (last === undefined) return { ...nothing, whole: async () => nothing }
  const { seq, message } = last
  const isWaiting = message.status === 'queued' && task.subject === 'simulations'
  const whole = async (): Promise<TaskMessage> => {
    const present = await read(last)
    return isWaiting ? { ...present, position: await countWaitingBefore(db, task.simulationId) } : present
  }
  return { seq, status: message.status, whole }
}
