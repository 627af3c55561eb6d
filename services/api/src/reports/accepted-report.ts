import type { SimulationId } from '@portofino/database'
import type { SubmittedReport } from '@portofino/tasks'
import { notDone, unknownSimulation } from '../history/owned-simulation.ts'
import { tooManyQueued } from '../simulations/accepted.ts'

/** The task of a report that was accepted; anything else is a problem. */
export function acceptedReport(submitted: SubmittedReport, id: SimulationId): string {
  if (submitted.kind === 'accepted') return submitted.taskId
  if (submitted.kind === 'unknown') throw unknownSimulation(id)
  if (submitted.kind === 'too_many_queued') throw tooManyQueued(submitted.limit)
  throw notDone({ id, status: submitted.status }, 'a report needs its result')
}
