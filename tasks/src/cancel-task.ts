import { appendTaskEvent, cancelReport, cancelSimulation, publishEvents, type Tables } from '@portofino/database'
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
  const { taskId, userId } = owner
  const simulation = await cancelSimulation(trx, owner)
  const report = simulation === undefined ? await cancelReport(trx, owner) : undefined
  const simulationId = simulation?.id ?? report?.simulation_id
  if (simulationId === undefined) return false
  await appendTaskEvent(trx, { taskId, userId, message: { status: 'canceled', simulation_id: simulationId } })
  if (simulation !== undefined) {
    const data = { simulation_id: simulationId, task_id: taskId }
    await publishEvents(trx, [{ type: 'simulation.canceled', subject: taskId, userId, data }])
  }
  await context.jobs.cancel(trx, { queue: simulation === undefined ? 'report.build' : 'simulation.run', id: taskId })
  return true
}
