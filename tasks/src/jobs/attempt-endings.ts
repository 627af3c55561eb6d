import { setTaskFailed, setTaskQueued, type Tables, type TaskTable } from '@portofino/database'
import type { JobHandler } from '@portofino/jobs'
import type { Transaction } from 'kysely'
import { isPassing, type TaskError, taskErrorOf, waitReasonOf } from '../task-error.ts'

/** What becomes of a task whose attempt did not come to its end. */
export function attemptEndings(table: TaskTable, announce: (taskId: string) => void): Omit<JobHandler, 'run'> {
  return {
    isRetryable: isPassing,
    retrying: async (trx, { id: taskId }, fault) => {
      // Its followers see why it waits again.
      const message = { status: 'queued' as const, step: `waiting to try again: ${waitReasonOf(fault)}` }
      await setTaskQueued(trx, { table, taskId }, { message, events: [] })
    },
    failed: async (trx, { id }, fault) => failTask(trx, table, { taskId: id, error: taskErrorOf(fault) }),
    settled: ({ id }) => announce(id),
  }
}

export async function failTask(
  trx: Transaction<Tables>,
  table: TaskTable,
  { taskId, error }: { taskId: string; error: TaskError },
): Promise<void> {
  const { code, detail } = error
  const type = table === 'simulations' ? 'simulation.failed' : 'report.failed'
  const change = { message: { status: 'failed' as const, error }, events: [{ type, data: { code, detail } }] }
  await setTaskFailed(trx, { table, taskId, error }, change)
}
