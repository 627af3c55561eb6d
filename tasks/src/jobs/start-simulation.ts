import { grouped, startSimulations, type TaskChange } from '@portofino/database'
import type { SaidEvent } from '../announce-task.ts'
import type { TaskContext } from '../context.ts'

const started: TaskChange = {
  message: { status: 'running', step: 'prices', percent: 0 },
  events: [{ type: 'simulation.started', data: {} }],
}

export interface StartedRun {
  simulationId: number
  said: SaidEvent
}

/** By the id of the task; undefined when it has ended already. Runs that start in one moment are written together. */
export const startSimulation = grouped<TaskContext['database'], string, StartedRun | undefined>(async ({ db }, taskIds) => {
  const rows = new Map((await startSimulations(db, taskIds, started)).map((row) => [row.task_id, row]))
  return taskIds.map((taskId): StartedRun | undefined => {
    const row = rows.get(taskId)
    if (row === undefined) return undefined
    const { seq, user_id: userId, simulation_id: simulationId } = row
    return { simulationId, said: { seq, userId, message: { ...started.message, simulation_id: simulationId } } }
  })
})
