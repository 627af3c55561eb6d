import { finishSimulations, grouped, insertResults, type NewResult, type SimulationFigures } from '@portofino/database'
import { completeJobs, Interruption, type RunningJob } from '@portofino/jobs'
import type { SaidEvent } from '../announce-task.ts'
import type { TaskContext } from '../context.ts'

/** A run that has a result. */
export interface SimulationEnding {
  job: RunningJob
  simulationId: number
  resultKey: Buffer
  figures: SimulationFigures
  /** Null when it is stored already. */
  result: NewResult | null
}

/** Writes the result, the row, its last message, its events and the end of the job; runs that end in one moment share a transaction. Gives the message. */
export const finishSimulation = grouped<TaskContext['database'], SimulationEnding, SaidEvent>(async ({ db }, endings) => {
  const endedTasks = endings.map(finished)
  const rows = await db.transaction().execute(async (trx) => {
    await insertResults(
      trx,
      endings.flatMap(({ result }) => result ?? []),
    )
    const ended = await finishSimulations(trx, endedTasks)
    // Ended by somebody else, or gone with its account.
    if (ended.length < endings.length) throw new Interruption('lost')
    await completeJobs(
      trx,
      endings.map(({ job }) => job),
    )
    return new Map(ended.map((row) => [row.task_id, row]))
  })
  return endings.map(({ result }, place): SaidEvent => {
    const { taskId, message } = endedTasks[place]!
    const { seq, user_id: userId, simulation_id } = rows.get(taskId)!
    return { seq, userId, message: { ...message, simulation_id }, portfolioValue: result?.portfolioValue }
  })
})

function finished({ job: { id: taskId }, simulationId, resultKey, figures }: SimulationEnding) {
  const headline = {
    simulation_id: simulationId,
    result: figures.status,
    cagr: figures.cagr,
    sharpe: figures.sharpe,
    max_drawdown: figures.maxDrawdown,
    total_return: figures.totalReturn,
    period: { from: figures.periodFrom, to: figures.periodTo },
  }
  const message = { status: 'done' as const, percent: 100, data: headline }
  const events = [
    { type: 'simulation.done', data: headline },
    { type: 'history.created', data: {} },
  ]
  return { taskId, resultKey, figures, message, events }
}
