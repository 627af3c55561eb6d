import {
  excessReturns,
  ratePerPeriod,
  rollingBeta,
  rollingSharpeRatio,
  rollingVolatility,
  simpleReturns,
} from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { RollingWindow } from '../tearsheet.ts'

type RolledRun = Pick<SimulatedRun, 'days' | 'returns' | 'riskFree' | 'benchmark' | 'period'>

/** Sharpe ratio, volatility and beta of the last 6 and 12 months at each session that has so many behind it. */
export function rollingWindows(run: RolledRun): RollingWindow[] {
  const { days, riskFree, benchmark, period } = run
  const { periodsPerYear } = period
  const perPeriod = typeof riskFree === 'number' ? ratePerPeriod(riskFree, periodsPerYear) : riskFree
  const excess = excessReturns(run.returns, perPeriod)
  const benchmarkExcess = benchmark && excessReturns(simpleReturns(benchmark.index), perPeriod)
  return ([6, 12] as const).map((months) => {
    const sessions = Math.floor((periodsPerYear * months) / 12)
    const rolling = { window: sessions, periodsPerYear }
    return {
      months,
      sessions,
      days: days.subarray(sessions),
      sharpe: rollingSharpeRatio(excess, rolling),
      volatility: rollingVolatility(run.returns, rolling),
      beta: benchmarkExcess && rollingBeta([excess, benchmarkExcess], rolling),
    }
  })
}
