import { outboxLag } from '@portofino/database'
import type { TaskContext } from './context.ts'
import { measureQueues } from './start-tasks.ts'

/** Reads the figures that are states rather than events, when somebody asks for them. */
export async function readDatabaseFigures(context: Pick<TaskContext, 'database' | 'jobs' | 'meters'>): Promise<void> {
  const { database, jobs, meters } = context
  const { open, idle, waiting } = database.pool()
  meters.databaseConnections.set({ state: 'open' }, open)
  meters.databaseConnections.set({ state: 'idle' }, idle)
  meters.databaseConnections.set({ state: 'waiting' }, waiting)
  const isUp = await database.isReachable()
  meters.databaseUp.set(isUp ? 1 : 0)
  if (!isUp) return
  meters.eventLag.set(await outboxLag(database.db))
  await measureQueues(jobs, meters)
}
