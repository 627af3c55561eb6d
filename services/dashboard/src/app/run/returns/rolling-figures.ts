import {
  excessReturns,
  ratePerPeriod,
  rollingBeta,
  rollingReturn,
  rollingSharpeRatio,
  rollingVolatility,
} from '@portofino/metrics'
import type { RunResult, RunSeries } from '../../../api/queries.ts'
import { rangeColumns } from '../period/range-columns.ts'

type Column = (number | null)[]

/** One measure over a window that moves along the run. */
export interface Rolled {
  portfolio: Column
  benchmark: Column | null
}

/** Entry i of each column belongs to session `sessions + i`. */
export interface RollingFigures {
  months: number
  /** Returns that each entry looks back. */
  sessions: number
  return: Rolled
  volatility: Rolled
  /** Null where the risk-free returns of the run are not known here. */
  sharpe: Rolled | null
  beta: Column | null
}

interface Run {
  result: RunResult
  series: RunSeries
}

/** Returns that a window of so many months has. */
export function windowSessions(periodsPerYear: number, months: number): number {
  return Math.floor((periodsPerYear * months) / 12)
}

/** A yearly fraction with the same rounding as the simulator's; null where the rate is that of an instrument. */
export function riskFreeRate({ policies }: Pick<RunResult, 'policies'>): number | null {
  const written = policies.find(({ id }) => id === 'rf')?.value
  const percent = /^(-?[\d.]+)%$/.exec(written ?? '')?.[1]
  return percent === undefined ? null : Number(`${percent}e-2`)
}

/** Every figure of a window of some months, from the run's first session that has so many returns behind it. */
export function rollingFigures({ result, series }: Run, months: number): RollingFigures {
  const { periods_per_year: periodsPerYear } = result.period
  const sessions = windowSessions(periodsPerYear, months)
  const options = { window: sessions, periodsPerYear }
  const { index, returns, benchmark } = rangeColumns(series, { fromIndex: 0, toIndex: series.dates.length - 1 })
  const rolled = (roll: (column: { index: Float64Array; returns: Float64Array }) => Column): Rolled => ({
    portfolio: roll({ index, returns }),
    benchmark: benchmark && roll(benchmark),
  })
  const yearly = riskFreeRate(result)
  const figures = {
    months,
    sessions,
    return: rolled((column) => rollingReturn(column.index, options)),
    volatility: rolled((column) => rollingVolatility(column.returns, options)),
  }
  if (yearly === null) return { ...figures, ...storedFigures(series, months) }
  const riskFree = ratePerPeriod(yearly, periodsPerYear)
  const excess = excessReturns(returns, riskFree)
  return {
    ...figures,
    sharpe: rolled((column) => rollingSharpeRatio(excessReturns(column.returns, riskFree), options)),
    beta: benchmark && rollingBeta([excess, excessReturns(benchmark.returns, riskFree)], options),
  }
}

/** What the server computed with risk-free returns that it does not send. */
function storedFigures({ rolling }: RunSeries, months: number): Pick<RollingFigures, 'sharpe' | 'beta'> {
  const stored = rolling.find((window) => window.months === months)
  if (stored === undefined) return { sharpe: null, beta: null }
  return { sharpe: { portfolio: stored.sharpe, benchmark: null }, beta: stored.beta }
}
