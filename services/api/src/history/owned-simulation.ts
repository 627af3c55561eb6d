import { simulationReference } from '@portofino/contract'
import type { TaskStatus } from '@portofino/contract'
import { findSimulation } from '@portofino/database'
import type { Database, SimulationId } from '@portofino/database'
import { Problem } from '../problem.ts'

export interface Owned {
  userId: number
  id: SimulationId
}

/** A run as an address or body names it. What cannot be an id is as unknown as one that never was. */
export function ownedSimulation(userId: number, text: string): Owned {
  const id = simulationReference(text)
  if (id === null) throw unknownSimulation(text)
  return { userId, id }
}

/** The row of a run; one of somebody else is as unknown as one that never was. */
export async function knownSimulation({ db }: Pick<Database, 'db'>, owned: Owned) {
  const row = await findSimulation(db, owned)
  if (row === undefined) throw unknownSimulation(owned.id)
  return row
}

/** What there is, and what follows from its not being done. */
export function notDone({ id, status }: { id: SimulationId; status: TaskStatus }, consequence: string): Problem {
  const members = { existing: { simulation_id: id, status } }
  return new Problem('simulation_not_done', { detail: `Simulation ${id} is ${status}; ${consequence}.`, members })
}

export function unknownSimulation(id: SimulationId): Problem {
  return new Problem('not_found', { detail: `There is no simulation ${String(id).slice(0, 64)} of yours.` })
}
