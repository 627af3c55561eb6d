import { setTaskCanceled, type Tables } from '@portofino/database'
import type { Transaction } from 'kysely'
import { announceTask } from './announce-task.ts'
import type { TaskContext } from './context.ts'
import { findTask } from './find-task.ts'

export interface TaskOwner {
  userId: number
  taskId: string
}

/** `finished` when it was over already; null when there is no such task of this user. */
export async function cancelTask(context: TaskContext, owner: TaskOwner): Promise<'canceled' | 'finished' | null> {
  const { taskId } = owner
  const isCanceled = await context.database.db.transaction().execute(async (trx) => canceled(context, trx, owner))
  if (!isCanceled) return (await findTask(context.database.db, owner)) === undefined ? null : 'finished'
  context.jobs.interrupt(taskId)
  announceTask(context, taskId)
  return 'canceled'
}

/** Ends the task here and now, whoever runs it: what that process still writes finds it ended. */
async function canceled(context: TaskContext, trx: Transaction<Tables>, owner: TaskOwner): Promise<boolean> {
  const message = { status: 'canceled' as const }
  const events = { simulations: [{ type: 'simulation.canceled', data: {} }], reports: [] }
  for (const [table, queue] of [
    ['simulations', 'simulation.run'],
    ['reports', 'report.build'],
  ] as const) {
    if ((await setTaskCanceled(trx, { table, ...owner }, { message, events: events[table] })) === undefined) continue
    await context.jobs.cancel(trx, { queue, id: owner.taskId })
    return true
  }
  return false
}
