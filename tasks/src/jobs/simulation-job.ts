import { failSimulation, requeueSimulation, type TaskChange, type Tables } from '@portofino/database'
import type { JobHandler, RunningJob } from '@portofino/jobs'
import type { Transaction } from 'kysely'
import type { TaskContext } from '../context.ts'
import { progressReporter } from '../progress-reporter.ts'
import { isPassing, type TaskError, taskErrorOf } from '../task-error.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { finishSimulation } from './finish-simulation.ts'
import { type RunOrder, simulationRun } from './simulation-run.ts'
import { startSimulation } from './start-simulation.ts'

/** `simulation.run`: every change of the row with its message and its event, the last one with the end of the job. */
export function simulationJob(context: TaskContext & { threads: ThreadPool }, announce: (taskId: string) => void): JobHandler {
  const { db } = context.database

  async function run(job: RunningJob): Promise<void> {
    const { id: taskId, signal } = job
    const row = await startSimulation(context.database, taskId)
    // Ended by an attempt whose process died before it could say so, or canceled.
    if (row === undefined) return
    announce(taskId)
    const report = progressReporter({ db, table: 'simulations', taskId, onWritten: () => announce(taskId) })
    const order: RunOrder = { command: row.command, dialect: row.dialect, today: dayOf(job.data) }
    const outcome = await simulationRun(context, order, { signal, onProgress: report.show }).finally(report.end)
    if (outcome.kind === 'done') {
      await finishSimulation(context.database, { ...outcome, job, simulationId: row.simulation_id })
      return
    }
    const error = { code: 'invalid_command', detail: detailOf(outcome), diagnostics: outcome.diagnostics }
    await db.transaction().execute(async (trx) => {
      await failed(trx, taskId, error)
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

async function failed(trx: Transaction<Tables>, taskId: string, error: TaskError): Promise<void> {
  const { code, detail } = error
  const change: TaskChange = {
    message: { status: 'failed', error },
    events: [{ type: 'simulation.failed', data: { code, detail } }],
  }
  await failSimulation(trx, { taskId, error }, change)
}

/** Its followers see why it waits again. */
async function requeued(trx: Transaction<Tables>, taskId: string, { detail }: TaskError): Promise<void> {
  const message = { status: 'queued' as const, step: `waiting to try again: ${detail}` }
  await requeueSimulation(trx, taskId, { message, events: [] })
}

function detailOf({ diagnostics }: { diagnostics: readonly { severity: string; message: string }[] }): string {
  return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'The command does not go together with the prices.'
}

function dayOf(data: unknown): number {
  const today = typeof data === 'object' && data !== null && 'today' in data ? data.today : null
  if (typeof today !== 'number') throw new TypeError(`Cannot run a simulation: its job must name a day, got ${String(today)}`)
  return today
}
