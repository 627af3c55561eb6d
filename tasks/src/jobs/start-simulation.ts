import { grouped, type StartedSimulation, startSimulations, type TaskChange } from '@portofino/database'
import type { TaskContext } from '../context.ts'

const started: TaskChange = {
  message: { status: 'running', step: 'prices', percent: 0 },
  events: [{ type: 'simulation.started', data: {} }],
}

/** By the id of the task; undefined when it has ended already. */
export const startSimulation = grouped<TaskContext['database'], string, StartedSimulation | undefined>(
  async ({ db }, taskIds) => {
    const rows = new Map((await startSimulations(db, taskIds, started)).map((row) => [row.task_id, row]))
    return taskIds.map((taskId) => rows.get(taskId))
  },
)
