import { beta, excessReturns, ratePerPeriod, sharpeRatio, simpleReturns, volatility } from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { RollingWindow } from '../tearsheet.ts'

type RolledRun = Pick<SimulatedRun, 'days' | 'returns' | 'riskFree' | 'benchmark' | 'period'>

interface RolledReturns {
  returns: Float64Array
  /** Above the risk-free ones. */
  excess: Float64Array
  benchmarkExcess: Float64Array | null
}

/** Sharpe ratio, volatility and beta of the last 6 and 12 months at each session that has so many behind it. */
export function rollingWindows(run: RolledRun): RollingWindow[] {
  const { days, riskFree, benchmark, period } = run
  const { periodsPerYear } = period
  const perPeriod = typeof riskFree === 'number' ? ratePerPeriod(riskFree, periodsPerYear) : riskFree
  const rolled = {
    returns: run.returns,
    excess: excessReturns(run.returns, perPeriod),
    benchmarkExcess: benchmark && excessReturns(simpleReturns(benchmark.index), perPeriod),
  }
  return ([6, 12] as const).map((months) => {
    const sessions = Math.floor((periodsPerYear * months) / 12)
    return { months, sessions, days: days.subarray(sessions), ...rolledMeasures(rolled, { sessions, periodsPerYear }) }
  })
}

function rolledMeasures(
  { returns, excess, benchmarkExcess }: RolledReturns,
  { sessions, periodsPerYear }: { sessions: number; periodsPerYear: number },
): Pick<RollingWindow, 'sharpe' | 'volatility' | 'beta'> {
  const starts = Array.from({ length: Math.max(0, returns.length - sessions + 1) }, (_, start) => start)
  const window = (values: Float64Array, start: number): Float64Array => values.subarray(start, start + sessions)
  return {
    sharpe: starts.map((start) => sharpeRatio(window(excess, start), periodsPerYear)),
    volatility: starts.map((start) => volatility(window(returns, start), periodsPerYear)),
    beta: benchmarkExcess && starts.map((start) => beta([window(excess, start), window(benchmarkExcess, start)])),
  }
}
