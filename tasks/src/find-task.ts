import { type Database, findReport, findSimulationTask, type TaskStatus } from '@portofino/database'

export interface KnownTask {
  subject: 'simulations' | 'reports'
  simulationId: number
  status: TaskStatus
}

/** A task of this user, also of a run that was deleted since; undefined when there is none. */
export async function findTask(db: Database['db'], owner: { userId: number; taskId: string }): Promise<KnownTask | undefined> {
  const simulation = await findSimulationTask(db, owner)
  if (simulation !== undefined) return { subject: 'simulations', simulationId: simulation.id, status: simulation.status }
  const report = await findReport(db, owner)
  return report && { subject: 'reports', simulationId: report.simulation_id, status: report.status }
}
