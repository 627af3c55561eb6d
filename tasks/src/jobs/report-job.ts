import {
  findSeries,
  findSimulation,
  type FinishedReport,
  finishReport,
  startReport,
  type Tables,
  type TaskChange,
} from '@portofino/database'
import { Interruption, type JobHandler, type RunningJob } from '@portofino/jobs'
import type { Transaction } from 'kysely'
import type { TaskContext } from '../context.ts'
import type { TaskError } from '../task-error.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { attemptEndings, failTask } from './attempt-endings.ts'

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
        await failTask(trx, 'reports', { taskId, error })
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

  return { ...attemptEndings('reports', announce), run }
}

const started: TaskChange = { message: { status: 'running', step: 'workbook', percent: 0 }, events: [] }

async function finished(trx: Transaction<Tables>, report: FinishedReport): Promise<void> {
  const link = { download_url: `/report/${report.taskId}/file` }
  const row = await finishReport(trx, report, {
    message: { status: 'done', percent: 100, ...link },
    events: [{ type: 'report.done', data: link }],
  })
  if (row === undefined) throw new Interruption('lost')
}
