import {
  appendTaskEvent,
  failReport,
  findSeries,
  findSimulation,
  finishReport,
  publishEvents,
  requeueReport,
  startReport,
  type Tables,
} from '@portofino/database'
import type { JobHandler, RunningJob } from '@portofino/jobs'
import type { Transaction } from 'kysely'
import type { TaskContext } from '../context.ts'
import { isPassing, type TaskError, taskErrorOf } from '../task-error.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'

const keptForMs = 7 * 24 * 3_600_000

/** `report.build`: the workbook of a stored result, kept for seven days. */
export function reportJob(context: TaskContext & { threads: ThreadPool }, announce: (taskId: string) => void): JobHandler {
  const { db } = context.database

  async function run(job: RunningJob): Promise<void> {
    const { id: taskId, signal } = job
    const row = await db.transaction().execute(async (trx) => started(trx, taskId))
    if (row === undefined) return
    announce(taskId)
    const owner = { userId: row.user_id, id: row.simulation_id }
    const [simulation, stored] = await Promise.all([findSimulation(db, owner), findSeries(db, owner)])
    if (simulation === undefined || stored === undefined) {
      const error = { code: 'not_found', detail: 'The simulation was deleted before its report was made.' }
      await db.transaction().execute(async (trx) => {
        await failed(trx, taskId, error)
        await job.complete(trx)
      })
      return
    }
    const createdAt = new Date()
    const { document, columns: series } = stored
    const file = await context.threads.buildWorkbook({ document, series, title: simulation.name || null, createdAt })
    signal.throwIfAborted()
    const fileName = `portofino-${simulation.id}-${createdAt.toISOString().slice(0, 10)}.xlsx`
    await db.transaction().execute(async (trx) => {
      await finished(trx, { taskId, fileName, file, expiresAt: new Date(createdAt.getTime() + keptForMs) })
      await job.complete(trx)
    })
  }

  return {
    run,
    isRetryable: isPassing,
    retrying: async (trx, { id }, fault) => requeued(trx, id, taskErrorOf(fault)),
    failed: async (trx, { id }, fault) => failed(trx, id, taskErrorOf(fault)),
    settled: ({ id }) => announce(id),
  }
}

async function started(trx: Transaction<Tables>, taskId: string) {
  const row = await startReport(trx, taskId)
  if (row === undefined) return undefined
  const message = { status: 'running' as const, step: 'workbook', percent: 0, simulation_id: row.simulation_id }
  await appendTaskEvent(trx, { taskId, userId: row.user_id, message })
  return row
}

async function finished(trx: Transaction<Tables>, report: Parameters<typeof finishReport>[1]): Promise<void> {
  const { taskId } = report
  const row = await finishReport(trx, report)
  if (row === undefined) return
  const { simulation_id: simulationId, user_id: userId } = row
  const downloadUrl = `/report/${taskId}/file`
  const message = { status: 'done' as const, percent: 100, simulation_id: simulationId, download_url: downloadUrl }
  await appendTaskEvent(trx, { taskId, userId, message })
  const data = { task_id: taskId, simulation_id: simulationId, download_url: downloadUrl }
  await publishEvents(trx, [{ type: 'report.done', subject: taskId, userId, data }])
}

async function failed(trx: Transaction<Tables>, taskId: string, error: TaskError): Promise<void> {
  const row = await failReport(trx, { taskId, error })
  if (row === undefined) return
  const { simulation_id: simulationId, user_id: userId } = row
  await appendTaskEvent(trx, { taskId, userId, message: { status: 'failed', simulation_id: simulationId, error } })
  const data = { task_id: taskId, simulation_id: simulationId, ...error }
  await publishEvents(trx, [{ type: 'report.failed', subject: taskId, userId, data }])
}

async function requeued(trx: Transaction<Tables>, taskId: string, { detail }: TaskError): Promise<void> {
  const row = await requeueReport(trx, taskId)
  if (row === undefined) return
  const message = { status: 'queued' as const, step: `waiting to try again: ${detail}`, simulation_id: row.simulation_id }
  await appendTaskEvent(trx, { taskId, userId: row.user_id, message })
}
