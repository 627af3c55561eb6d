import { outboxLag } from '@portofino/database'
import type { Database } from '@portofino/database'
import type { Jobs } from '@portofino/jobs'
import { measureQueues } from '@portofino/tasks'
import type { Meters } from '@portofino/telemetry'

export interface Measured {
  database: Database
  jobs: Jobs
  meters: Meters
}

/** Reads the figures that are states rather than events, when somebody asks for them. */
export async function readDatabaseFigures({ database, jobs, meters }: Measured): Promise<void> {
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
