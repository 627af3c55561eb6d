import type { JobHandler, RunningJob } from '@portofino/jobs'
import type { SaidEvent } from '../announce-task.ts'
import type { TaskContext } from '../context.ts'
import { progressReporter } from '../progress-reporter.ts'
import type { TaskError } from '../task-error.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { attemptEndings, failTask } from './attempt-endings.ts'
import { finishSimulation } from './finish-simulation.ts'
import { type RunOrder, simulationRun } from './simulation-run.ts'
import { startSimulation } from './start-simulation.ts'

const dialects = ['default', 'legacy'] as const

type Announce = (taskId: string, said?: SaidEvent) => void

/** `simulation.run`: every change of the row with its message and its event, the last one with the end of the job. */
export function simulationJob(context: TaskContext & { threads: ThreadPool }, announce: Announce): JobHandler {
  const { database } = context

  async function run(job: RunningJob): Promise<void> {
    const { id: taskId } = job
    const order = orderOf(job.data)
    const over = new AbortController()
    const signal = AbortSignal.any([job.signal, over.signal])
    const onWritten = (): void => announce(taskId)
    const report = progressReporter({ db: database.db, table: 'simulations', taskId, onWritten })
    // Computing need not wait until the start is written.
    const running = simulationRun(context, order, { signal, onProgress: report.show }).finally(report.end)
    // Whether it matters is known below.
    running.catch(() => undefined)
    const start = await startSimulation(database, taskId).catch(stopping(over))
    // Ended by an attempt whose process died before it could say so, or canceled.
    if (start === undefined) return over.abort()
    announce(taskId, start.said)
    const outcome = await running
    if (outcome.kind === 'done') {
      announce(taskId, await finishSimulation(database, { ...outcome, job, simulationId: start.simulationId }))
      return
    }
    const error: TaskError = { code: 'invalid_command', detail: detailOf(outcome), diagnostics: outcome.diagnostics }
    await database.db.transaction().execute(async (trx) => {
      await failTask(trx, 'simulations', { taskId, error })
      await job.complete(trx)
    })
  }

  return { ...attemptEndings('simulations', announce), run }
}

function detailOf({ diagnostics }: { diagnostics: readonly { severity: string; message: string }[] }): string {
  return diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'The command does not go together with the prices.'
}

function stopping(over: AbortController): (fault: unknown) => never {
  return (fault) => {
    over.abort()
    throw fault
  }
}

function orderOf(data: unknown): RunOrder {
  if (isOrder(data)) return data
  throw new TypeError(`Cannot run a simulation: its job must hold a command, a dialect and a day, got ${JSON.stringify(data)}`)
}

function isOrder(data: unknown): data is RunOrder {
  if (typeof data !== 'object' || data === null) return false
  if (!('command' in data) || !('dialect' in data) || !('today' in data)) return false
  return typeof data.command === 'string' && typeof data.today === 'number' && dialects.some((name) => name === data.dialect)
}
