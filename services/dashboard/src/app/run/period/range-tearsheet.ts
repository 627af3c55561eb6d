import { calendarMonths, calendarYears, drawdowns, periodReturns } from '@portofino/metrics'
import type { CalendarPeriod } from '@portofino/metrics'
import { bestReturns, crisisWindows, distribution, worstReturns } from '@portofino/simulator'
import type { CrisisWindow, DatedReturn, Distribution, Drawdown, PeriodReturn } from '@portofino/simulator'
import type { RunResult, RunSeries } from '../../../api/queries.ts'
import { rangeColumns } from './range-columns.ts'
import type { RangeColumns } from './range-columns.ts'
import type { RunRange } from './run-range.ts'

export interface RangeExtremes {
  day: DatedReturn | null
  month: PeriodReturn | null
  year: PeriodReturn | null
}

/** The tables of a range: what the tearsheet of the run says, of this part alone. */
export interface RangeTearsheet {
  columns: RangeColumns
  months: PeriodReturn[]
  years: PeriodReturn[]
  /** All of them, deepest first. */
  drawdowns: Drawdown[]
  best: RangeExtremes
  worst: RangeExtremes
  benchmark: { best: RangeExtremes; worst: RangeExtremes } | null
  crises: CrisisWindow[]
  distribution: Distribution
}

interface Run {
  result: RunResult
  series: RunSeries
}

/** Computed by the functions that made the tearsheet of the whole run. */
export function rangeTearsheet(run: Run, range: Pick<RunRange, 'fromIndex' | 'toIndex'>): RangeTearsheet {
  const columns = rangeColumns(run.series, range)
  const { days, index, returns, benchmark } = columns
  const whole = wholeEnds(run, range.toIndex)
  const months = datedReturns(columns, calendarMonths(days, { lastIsWhole: whole.month }))
  const years = datedReturns(columns, calendarYears(days, { lastIsWhole: whole.year }))
  const compared = benchmark && { months: months.map(ofBenchmark), years: years.map(ofBenchmark) }
  return {
    columns,
    months,
    years,
    drawdowns: drawdowns(index, days),
    best: bestReturns({ days, returns }, { months, years }),
    worst: worstReturns({ days, returns }, { months, years }),
    benchmark:
      benchmark && compared
        ? {
            best: bestReturns({ days, returns: benchmark.returns }, compared),
            worst: worstReturns({ days, returns: benchmark.returns }, compared),
          }
        : null,
    crises: crisisWindows({ days, index, benchmark }),
    distribution: distribution(returns),
  }
}

function ofBenchmark(period: PeriodReturn): PeriodReturn {
  return { ...period, return: period.benchmarkReturn! }
}

/**
 * Whether the market has no later session in the month and the year that the range ends in. Within the run its own sessions tell; the
 * end of the run was judged by the calendars of its markets.
 */
function wholeEnds({ result, series }: Run, toIndex: number): { month: boolean; year: boolean } {
  const date = series.dates[toIndex]!
  const next = series.dates[toIndex + 1]
  if (next !== undefined) return { month: next.slice(0, 7) !== date.slice(0, 7), year: next.slice(0, 4) !== date.slice(0, 4) }
  const { months, years } = result.tearsheet
  return { month: months.at(-1)?.partial === false, year: years.at(-1)?.partial === false }
}

function datedReturns({ days, index, benchmark }: RangeColumns, periods: readonly CalendarPeriod[]): PeriodReturn[] {
  const returns = periodReturns(index, periods)
  const compared = benchmark && periodReturns(benchmark.index, periods)
  return periods.map(({ year, month, from, to, partial }, i) => ({
    year,
    month,
    from: days[from]!,
    to: days[to]!,
    return: returns[i]!,
    benchmarkReturn: compared && compared[i]!,
    partial,
  }))
}
