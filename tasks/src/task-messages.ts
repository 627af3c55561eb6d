import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { finalStatuses, type TaskMessage } from '@portofino/contract'
import { countWaitingBefore, type Database, findLastTaskEvent, findPortfolioValue, listTaskEvents } from '@portofino/database'
import type { SaidEvent } from './announce-task.ts'
import type { TaskOwner } from './cancel-task.ts'
import { findTask, type KnownTask } from './find-task.ts'
import { recentMessages } from './recent-messages.ts'

const decompressed = promisify(zstdDecompress)

type TaskSubject = KnownTask['subject']

/** A result of theirs is some 10 to 25 KB. */
const mostTasks = 300

export interface PresentState extends Pick<TaskMessage, 'seq' | 'status'> {
  /** The last message, with what only matters now. */
  whole(): Promise<TaskMessage>
}

/** The messages of tasks as they go over the wire: what is stored of them, and the long figures beside it. */
export interface TaskMessages {
  /** How the task stands now; undefined when there is no such task of this user, or it is none of the subject. */
  present(owner: TaskOwner, subject?: TaskSubject): Promise<PresentState | undefined>
  /** Those with a higher number, in order. */
  after(owner: TaskOwner, seq: number): Promise<TaskMessage[]>
  /** The task has said something: what is being asked may not know it yet. */
  note(taskId: string, said: SaidEvent | undefined): void
}

/** Questions that are being asked are asked once, however many sockets wait for the answer. */
export function taskMessages({ db }: Pick<Database, 'db'>): TaskMessages {
  const recent = recentMessages(mostTasks)
  const asked = new Map<string, Map<number, Promise<TaskMessage[]>>>()

  async function listed(owner: TaskOwner, seq: number): Promise<TaskMessage[]> {
    const events = await listTaskEvents(db, { taskId: owner.taskId, after: seq })
    return Promise.all(events.map(async (event) => message(owner, event)))
  }

  async function message(owner: TaskOwner, { seq, userId, message: body, portfolioValue }: SaidEvent): Promise<TaskMessage> {
    const whole = { task_id: owner.taskId, user_id: userId, seq, ...body } as TaskMessage
    if (whole.status !== 'done' || whole.data === undefined) return whole
    const stored = portfolioValue ?? (await findPortfolioValue(db, owner.taskId))
    if (stored === undefined) return whole
    const values: unknown = JSON.parse((await decompressed(stored)).toString())
    return { ...whole, data: { ...whole.data, portfolio_value: values } }
  }

  return {
    async present(owner, subject) {
      const task = await findTask(db, owner)
      if (task === undefined || task.subject !== (subject ?? task.subject)) return undefined
      const last = await findLastTaskEvent(db, owner.taskId)
      // Messages of a task that ended long ago are removed.
      const nothing = { task_id: owner.taskId, user_id: owner.userId, seq: 0, status: task.status }
      if (last === undefined) return { ...nothing, whole: async () => nothing }
      const {
        seq,
        message: { status },
      } = last
      const isWaiting = status === 'queued' && task.subject === 'simulations'
      const whole = async (): Promise<TaskMessage> => {
        const present = await message(owner, recent.find(owner.taskId, seq) ?? last)
        return isWaiting ? { ...present, position: await countWaitingBefore(db, task.simulationId) } : present
      }
      return { seq, status, whole }
    },

    async after(owner, seq) {
      const said = recent.after(owner.taskId, seq)
      if (said.length > 0) return Promise.all(said.map(async (each) => message(owner, each)))
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

    note: (taskId, said) => {
      asked.delete(taskId)
      if (said !== undefined) recent.add(taskId, said)
    },
  }
}

export function isFinal({ status }: Pick<TaskMessage, 'status'>): boolean {
  return finalStatuses.includes(status)
}
