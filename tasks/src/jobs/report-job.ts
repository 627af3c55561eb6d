import {
  failReport,
  findSeries,
  findSimulation,
  type FinishedReport,
  finishReport,
  requeueReport,
  startReport,
  type Tables,
  type TaskChange,
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
    const row = await startReport(db, taskId, started)
    if (row === undefined) return
    announce(taskId)
    const owner = { userId: row.user_id, id: row.simulation_id }
    const [simulation, stored] = await Promise.all([findSimulation(db, owner), findSeries(db, owner)])
    if (simulation === undefined || stored === undefined) {
      const error: TaskError = { code: 'not_found', detail: 'The simulation was deleted before its report was made.' }
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

const started: TaskChange = { message: { status: 'running', step: 'workbook', percent: 0 }, events: [] }

async function finished(trx: Transaction<Tables>, report: FinishedReport): Promise<void> {
  const link = { download_url: `/report/${report.taskId}/file` }
  await finishReport(trx, report, {
    message: { status: 'done', percent: 100, ...link },
    events: [{ type: 'report.done', data: link }],
  })
}

async function failed(trx: Transaction<Tables>, taskId: string, error: TaskError): Promise<void> {
  const events = [{ type: 'report.failed', data: { ...error } }]
  await failReport(trx, { taskId, error }, { message: { status: 'failed', error }, events })
}

/** Its followers see why it waits again. */
async function requeued(trx: Transaction<Tables>, taskId: string, { detail }: TaskError): Promise<void> {
  const message = { status: 'queued' as const, step: `waiting to try again: ${detail}` }
  await requeueReport(trx, taskId, { message, events: [] })
}
