import type { SimulationId } from '@portofino/database'
import type { SubmittedReport } from '@portofino/tasks'
import { unknownSimulation } from '../history/owned-simulation.ts'
import { Problem } from '../problem.ts'
import { tooManyQueued } from '../simulations/accepted.ts'

/** The task of a report that was accepted; anything else is a problem. */
export function acceptedReport(submitted: SubmittedReport, id: SimulationId): string {
  switch (submitted.kind) {
    case 'accepted':
      return submitted.taskId
    case 'unknown':
      throw unknownSimulation(id)
    case 'too_many_queued':
      throw tooManyQueued(submitted.limit)
    case 'not_done': {
      const detail = `Simulation ${id} is ${submitted.status}; a report needs its result.`
      throw new Problem('simulation_not_done', { detail })
    }
  }
}
