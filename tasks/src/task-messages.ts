import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { finalStatuses, type TaskMessage } from '@portofino/contract'
import {
  countWaitingBefore,
  type Database,
  findLastTaskEvent,
  findPortfolioValue,
  listTaskEvents,
  type TaskEvent,
} from '@portofino/database'
import type { TaskOwner } from './cancel-task.ts'
import { findTask } from './find-task.ts'

const decompressed = promisify(zstdDecompress)

/** The messages of tasks as they go over the wire: what is stored of them, and the long figures beside it. */
export interface TaskMessages {
  /** What is known of the task now, in one message; undefined when there is no such task of this user. */
  present(owner: TaskOwner): Promise<TaskMessage | undefined>
  /** Those with a higher number, in order. */
  after(owner: TaskOwner, seq: number): Promise<TaskMessage[]>
  /** The task has said something: what is being asked may not know it yet. */
  forget(taskId: string): void
}

/** Questions that are being asked are asked once, however many sockets wait for the answer. */
export function taskMessages({ db }: Pick<Database, 'db'>): TaskMessages {
  const asked = new Map<string, Map<number, Promise<TaskMessage[]>>>()

  async function listed(owner: TaskOwner, seq: number): Promise<TaskMessage[]> {
    const events = await listTaskEvents(db, { taskId: owner.taskId, after: seq })
    return Promise.all(events.map(async (event) => message(owner, event)))
  }

  async function message(owner: TaskOwner, { seq, userId, message: body }: TaskEvent): Promise<TaskMessage> {
    const whole = { task_id: owner.taskId, user_id: userId, seq, ...body } as TaskMessage
    if (whole.status !== 'done' || whole.data === undefined) return whole
    const stored = await findPortfolioValue(db, owner.taskId)
    if (stored === undefined) return whole
    const values: unknown = JSON.parse((await decompressed(stored)).toString())
    return { ...whole, data: { ...whole.data, portfolio_value: values } }
  }

  return {
    async present(owner) {
      const task = await findTask(db, owner)
      if (task === undefined) return undefined
      const last = await findLastTaskEvent(db, owner.taskId)
      // Messages of a task that ended long ago are removed.
      if (last === undefined) return { task_id: owner.taskId, user_id: owner.userId, seq: 0, status: task.status }
      const present = await message(owner, last)
      if (present.status !== 'queued' || task.subject !== 'simulations') return present
      return { ...present, position: await countWaitingBefore(db, task.simulationId) }
    },

    async after(owner, seq) {
      const ofTask = asked.get(owner.taskId) ?? new Map<number, Promise<TaskMessage[]>>()
      const known = ofTask.get(seq)
      if (known !== undefined) return known
      const answer = listed(owner, seq).finally(() => {
        ofTask.delete(seq)
        if (ofTask.size === 0 && asked.get(owner.taskId) === ofTask) asked.delete(owner.taskId)
      })
      asked.set(owner.taskId, ofTask.set(seq, answer))
      return answer
    },

    forget: (taskId) => {
      asked.delete(taskId)
    },
  }
}

export function isFinal({ status }: Pick<TaskMessage, 'status'>): boolean {
  return finalStatuses.includes(status)
}
