import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { finalStatuses, type TaskMessage } from '@portofino/contract'
import { type Database, findPortfolioValue, listTaskEvents } from '@portofino/database'
import type { SaidEvent } from './announce-task.ts'
import type { TaskOwner } from './cancel-task.ts'
import { presentState, type PresentState, type TaskSubject } from './present-state.ts'
import { recentMessages } from './recent-messages.ts'

const decompressed = promisify(zstdDecompress)

/** A result of theirs is some 10 to 25 KB. */
const mostTasks = 300

/** The messages of tasks as they go over the wire: what is stored of them, and the long figures beside it. */
export interface TaskMessages {
  /** How the task stands now; undefined when there is no such task of this user, or it is none of the subject. */
  present(owner: TaskOwner, subject?: TaskSubject): Promise<PresentState | undefined>
  /** Those with a higher number, in order. */
  after(owner: TaskOwner, seq: number): Promise<TaskMessage[]>
  /** The task has said something: what is being asked may not know it yet. */
  note(taskId: string, said: SaidEvent | undefined): void
  /** From here on, what the task has said is read from the table. */
  forget(taskId: string): void
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
    present: async (owner, subject) =>
      presentState(db, { owner, subject, read: async (last) => message(owner, recent.find(owner.taskId, last.seq) ?? last) }),

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

    forget: (taskId) => {
      asked.delete(taskId)
      recent.forget(taskId)
    },
  }
}

export function isFinal({ status }: Pick<TaskMessage, 'status'>): boolean {
  return finalStatuses.includes(status)
}
