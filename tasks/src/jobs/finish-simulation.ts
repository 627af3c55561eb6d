import { finishSimulations, grouped, insertResults, type NewResult, type SimulationFigures } from '@portofino/database'
import { completeJobs, type RunningJob } from '@portofino/jobs'
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

/** The result, the row, its last message, its events and the end of the job; runs that end in one moment share a transaction. */
export const finishSimulation = grouped<TaskContext['database'], SimulationEnding, void>(async ({ db }, endings) => {
  await db.transaction().execute(async (trx) => {
    await insertResults(
      trx,
      endings.flatMap(({ result }) => result ?? []),
    )
    await finishSimulations(trx, endings.map(finished))
    await completeJobs(
      trx,
      endings.map(({ job }) => job),
    )
  })
  return endings.map(() => undefined)
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
