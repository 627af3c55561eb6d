import { randomUUID } from 'node:crypto'
import { countWaitingTasks, findSimulation, insertReport, type SimulationId } from '@portofino/database'
import { announceTask } from './announce-task.ts'
import type { TaskContext } from './context.ts'
import { waitingLimit } from './waiting-limit.ts'

export type SubmittedReport =
  | { kind: 'accepted'; taskId: string }
  | { kind: 'too_many_queued'; limit: number }
  /** No such run of this user. */
  | { kind: 'unknown' }
  /** It has no result. */
  | { kind: 'not_done'; status: 'queued' | 'running' | 'failed' | 'canceled' }

/** Orders the workbook of a run that is done. */
export async function submitReport(
  context: TaskContext,
  { userId, simulationId }: { userId: number; simulationId: SimulationId },
): Promise<SubmittedReport> {
  const taskId = randomUUID()
  const submitted = await context.database.db.transaction().execute(async (trx): Promise<SubmittedReport> => {
    const waiting = (await countWaitingTasks(trx, [userId])).get(userId) ?? 0
    const simulation = await findSimulation(trx, { userId, id: simulationId })
    if (simulation === undefined) return { kind: 'unknown' }
    if (simulation.status !== 'done') return { kind: 'not_done', status: simulation.status }
    if (waiting >= waitingLimit) return { kind: 'too_many_queued', limit: waitingLimit }
    const change = { message: { status: 'queued' as const }, events: [{ type: 'report.queued', data: {} }] }
    await insertReport(trx, { taskId, userId, simulationId: simulation.id }, change)
    await context.jobs.enqueue(trx, { queue: 'report.build', id: taskId, data: {}, userId, waiting })
    return { kind: 'accepted', taskId }
  })
  if (submitted.kind === 'accepted') {
    context.meters.tasksSubmitted.inc({ subject: 'reports' })
    context.jobs.wake('report.build')
    announceTask(context, taskId)
  }
  return submitted
}
