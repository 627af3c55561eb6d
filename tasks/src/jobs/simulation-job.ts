import {
  appendTaskEvent,
  failSimulation,
  finishSimulation,
  publishEvents,
  requeueSimulation,
  startSimulation,
  type Tables,
} from '@portofino/database'
import type { JobHandler, RunningJob } from '@portofino/jobs'
import type { Transaction } from 'kysely'
import type { TaskContext } from '../context.ts'
import { progressReporter } from '../progress-reporter.ts'
import { isPassing, type TaskError, taskErrorOf } from '../task-error.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { type RunOrder, type RunOutcome, simulationRun } from './simulation-run.ts'

/** `simulation.run`: every change of the row with its message and its event, the last one with the end of the job. */
export function simulationJob(context: TaskContext & { threads: ThreadPool }, announce: (taskId: string) => void): JobHandler {
  const { db } = context.database

  async function run(job: RunningJob): Promise<void> {
    const { id: taskId, signal } = job
    const row = await db.transaction().execute(async (trx) => started(trx, taskId))
    // Ended by an attempt whose process died before it could say so, or canceled.
    if (row === undefined) return
    announce(taskId)
    const report = progressReporter({ db, table: 'simulations', taskId, onWritten: () => announce(taskId) })
    const order: RunOrder = { command: row.command, dialect: row.dialect, today: dayOf(job.data) }
    const outcome = await simulationRun(context, order, { signal, onProgress: report.show }).finally(report.end)
    await db.transaction().execute(async (trx) => {
      await (outcome.kind === 'done'
        ? finished(trx, taskId, outcome)
        : failed(trx, taskId, { code: 'invalid_command', detail: detailOf(outcome), diagnostics: outcome.diagnostics }))
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
  const row = await startSimulation(trx, taskId)
  if (row === undefined) return undefined
  const { id, user_id: userId } = row
  await appendTaskEvent(trx, { taskId, userId, message: { status: 'running', step: 'prices', percent: 0, simulation_id: id } })
  const data = { simulation_id: id, task_id: taskId }
  await publishEvents(trx, [{ type: 'simulation.started', subject: taskId, userId, data }])
  return row
}

async function finished(trx: Transaction<Tables>, taskId: string, outcome: RunOutcome & { kind: 'done' }): Promise<void> {
  const { key, figures, store } = outcome
  await store(trx)
  const row = await finishSimulation(trx, { taskId, resultKey: key, figures })
  if (row === undefined) return
  const { id, user_id: userId } = row
  const headline = {
    simulation_id: id,
    result: figures.status,
    cagr: figures.cagr,
    sharpe: figures.sharpe,
    max_drawdown: figures.maxDrawdown,
    total_return: figures.totalReturn,
    period: { from: figures.periodFrom, to: figures.periodTo },
  }
  await appendTaskEvent(trx, { taskId, userId, message: { status: 'done', percent: 100, simulation_id: id, data: headline } })
  const about = { subject: taskId, userId }
  await publishEvents(trx, [
    { type: 'simulation.done', ...about, data: { task_id: taskId, ...headline } },
    { type: 'history.created', ...about, data: { task_id: taskId, simulation_id: id } },
  ])
}

async function failed(trx: Transaction<Tables>, taskId: string, error: TaskError): Promise<void> {
  const row = await failSimulation(trx, { taskId, error })
  if (row === undefined) return
  const { id, user_id: userId } = row
  await appendTaskEvent(trx, { taskId, userId, message: { status: 'failed', simulation_id: id, error } })
  const data = { simulation_id: id, task_id: taskId, code: error.code, detail: error.detail }
  await publishEvents(trx, [{ type: 'simulation.failed', subject: taskId, userId, data }])
}

/** Its followers see why it waits again. */
async function requeued(trx: Transaction<Tables>, taskId: string, { detail }: TaskError): Promise<void> {
  const row = await requeueSimulation(trx, taskId)
  if (row === undefined) return
  const message = { status: 'queued' as const, step: `waiting to try again: ${detail}`, simulation_id: row.id }
  await appendTaskEvent(trx, { taskId, userId: row.user_id, message })
}

function detailOf({ diagnostics }: { diagnostics: readonly { severity: string; message: string }[] }): string {
  return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'The command does not go together with the prices.'
}

function dayOf(data: unknown): number {
  const today = typeof data === 'object' && data !== null && 'today' in data ? data.today : null
  if (typeof today !== 'number') throw new TypeError(`Cannot run a simulation: its job must name a day, got ${String(today)}`)
  return today
}
