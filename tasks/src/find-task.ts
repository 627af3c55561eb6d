import { type Database, findReport, findSimulationTask, type TaskStatus } from '@portofino/database'

export interface KnownTask {
  subject: 'simulations' | 'reports'
  simulationId: number
  status: TaskStatus
  /** Of a simulation that is done. */
  resultKey: Buffer | null
}

/** A task of this user, also of a run that was deleted since; undefined when there is none. */
export async function findTask(db: Database['db'], owner: { userId: number; taskId: string }): Promise<KnownTask | undefined> {
  const simulation = await findSimulationTask(db, owner)
  if (simulation !== undefined) {
    const { id: simulationId, status, result_key: resultKey } = simulation
    return { subject: 'simulations', simulationId, status, resultKey }
  }
  const report = await findReport(db, owner)
  return report && { subject: 'reports', simulationId: report.simulation_id, status: report.status, resultKey: null }
}
