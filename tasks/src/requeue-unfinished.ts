import { findCommands, setTaskQueued, type TaskChange, type Tables, whileLocked } from '@portofino/database'
import { type Jobs, type RowWithoutJob, rowsWithoutJob } from '@portofino/jobs'
import { dayNumber } from '@portofino/market'
import type { Transaction } from 'kysely'
import type { RunOrder } from './jobs/simulation-run.ts'

const waitsAgain: TaskChange = { message: { status: 'queued', step: 'waiting to run again' }, events: [] }

/** Enqueues the tasks that wait or run by their rows and have no job, as after a restore. Says how many; many processes may do so at once. */
export async function requeueUnfinished(jobs: Jobs): Promise<number> {
  const count = await whileLocked(jobs.db, { name: 'requeue unfinished tasks' }, async (connection) =>
    connection.transaction().execute(async (trx) => {
      const waiting = new Map<number, number>()
      const simulations = await rowsWithoutJob(trx, { table: 'simulations', queue: 'simulation.run' })
      const taskIds = simulations.map(({ taskId }) => taskId)
      const commands = await findCommands(trx, taskIds)
      for (const row of simulations) {
        await setTaskQueued(trx, { table: 'simulations', taskId: row.taskId }, waitsAgain)
        const data: RunOrder = { ...commands.get(row.taskId)!, today: dayOf(row.createdAt) }
        await enqueue(jobs, trx, { row, waiting, queue: 'simulation.run', data })
      }
      const reports = await rowsWithoutJob(trx, { table: 'reports', queue: 'report.build' })
      for (const row of reports) {
        await setTaskQueued(trx, { table: 'reports', taskId: row.taskId }, waitsAgain)
        await enqueue(jobs, trx, { row, waiting, queue: 'report.build', data: {} })
      }
      return simulations.length + reports.length
    }),
  )
  if (count > 0) for (const queue of ['simulation.run', 'report.build']) jobs.wake(queue)
  return count
}

interface Requeued {
  row: RowWithoutJob
  queue: string
  data: object
  /** How many of each user were enqueued before. */
  waiting: Map<number, number>
}

async function enqueue(jobs: Jobs, trx: Transaction<Tables>, { row, queue, data, waiting }: Requeued): Promise<void> {
  const { taskId: id, userId } = row
  const before = waiting.get(userId) ?? 0
  waiting.set(userId, before + 1)
  await jobs.enqueue(trx, { queue, id, data, userId, waiting: before })
}

/** On which it was submitted, so that its dates go on meaning the same. */
function dayOf(createdAt: Date): number {
  return dayNumber(createdAt.getUTCFullYear(), createdAt.getUTCMonth() + 1, createdAt.getUTCDate())
}
