import { simpleReturns } from './simple-returns.ts'
import type { CalendarPeriod } from './calendar-periods.ts'
import { calendarMonths, calendarYears, periodReturns } from './calendar-periods.ts'
import { drawdownSeries } from './drawdowns.ts'
import { jointMoments } from './joint-moments.ts'
import type { MeasuredRun } from './measured-run.ts'
import type { Metric, RunContext } from './metric.ts'
import { moments } from './moments.ts'
import { annualRate, compoundReturn, excessReturns, ratePerPeriod } from './risk-free.ts'

/** The context of a run, with nothing computed yet. */
export function runContext(run: MeasuredRun): RunContext {
  const { index, days, periodsPerYear, riskFree, benchmark } = run
  const perPeriod = typeof riskFree === 'number' ? ratePerPeriod(riskFree, periodsPerYear) : riskFree
  const months = once(() => calendarMonths(days))
  const returns = once(() => simpleReturns(index))
  const excess = once(() => excessReturns(returns(), perPeriod))
  const monthReturns = once(() => periodReturns(index, months()))
  const benchmarkReturns = once(() => simpleReturns(benchmark ?? new Float64Array()))
  const values = new Map<Metric, number | null>()
  const context: RunContext = {
    run,
    value: (metric) => {
      const known = values.get(metric)
      if (known !== undefined) return known
      const value = metric.needs.every((need) => need(context) === null) ? metric.compute(context) : null
      values.set(metric, value)
      return value
    },
    calendarDays: () => days.at(-1)! - days[0]!,
    returns,
    excess,
    moments: once(() => moments(returns())),
    excessMoments: once(() => moments(excess())),
    annualRiskFree: once(() => (typeof riskFree === 'number' ? riskFree : annualRate(riskFree, periodsPerYear))),
    drawdown: once(() => drawdownSeries(index)),
    months,
    monthReturns,
    monthExcess: once(() => excessReturns(monthReturns(), monthRiskFree(run, months()))),
    yearReturns: once(() => periodReturns(index, calendarYears(days))),
    benchmarkReturns,
    benchmarkMonthReturns: once(() => (benchmark === null ? new Float64Array() : periodReturns(benchmark, months()))),
    jointMoments: once(() => jointMoments([excess(), excessReturns(benchmarkReturns(), perPeriod)])),
  }
  return context
}

/** Risk-free return of each month: the twelfth root of a yearly rate, or its sessions' returns compounded. */
function monthRiskFree({ riskFree }: MeasuredRun, months: readonly CalendarPeriod[]): number | Float64Array {
  if (typeof riskFree === 'number') return ratePerPeriod(riskFree, 12)
  return Float64Array.from(months, ({ from, to }) => compoundReturn(riskFree.subarray(from, to)))
}

function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null
  return () => (kept ??= { value: compute() }).value
}
