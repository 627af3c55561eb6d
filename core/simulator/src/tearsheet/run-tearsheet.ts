import { drawdowns } from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { Tearsheet } from '../tearsheet.ts'
import { correlationMatrix } from './correlation-matrix.ts'
import { crisisWindows } from './crisis-windows.ts'
import { distribution } from './distribution.ts'
import { bestReturns, worstReturns } from './extremes.ts'
import { monthReturns, yearReturns } from './period-returns.ts'
import { rollingWindows } from './rolling-windows.ts'

const listedDrawdowns = 10

/** The numbers of the tearsheet besides metrics, series and attribution. */
export function runTearsheet(run: SimulatedRun): Tearsheet {
  const periods = { months: monthReturns(run), years: yearReturns(run) }
  return {
    ...periods,
    drawdowns: drawdowns(run.index, run.days).slice(0, listedDrawdowns),
    benchmarkDrawdowns: run.benchmark && drawdowns(run.benchmark.index, run.days).slice(0, listedDrawdowns),
    best: bestReturns(run, periods),
    worst: worstReturns(run, periods),
    rolling: rollingWindows(run),
    crises: crisisWindows(run),
    distribution: distribution(run.returns),
    correlation: correlationMatrix(run),
  }
}
