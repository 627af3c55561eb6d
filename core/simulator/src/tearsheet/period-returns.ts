import { calendarDate, dayNumber, lastDayOfMonth, tradingCalendar, weekday } from '@portofino/market'
import type { Day } from '@portofino/market'
import { calendarMonths, calendarYears, periodReturns } from '@portofino/metrics'
import type { CalendarPeriod } from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { PeriodReturn } from '../tearsheet.ts'

type DatedRun = Pick<SimulatedRun, 'days' | 'index' | 'benchmark' | 'grid' | 'legs'>

/** Returns of the run's calendar months, oldest first. */
export function monthReturns(run: DatedRun): PeriodReturn[] {
  const { year, month } = calendarDate(run.days.at(-1)!)
  const lastIsWhole = isClosedUntil(run, lastDayOfMonth(year, month))
  return datedReturns(run, calendarMonths(run.days, { lastIsWhole }))
}

/** Returns of the run's calendar years, oldest first. */
export function yearReturns(run: DatedRun): PeriodReturn[] {
  const { year } = calendarDate(run.days.at(-1)!)
  const lastIsWhole = isClosedUntil(run, dayNumber(year, 12, 31))
  return datedReturns(run, calendarYears(run.days, { lastIsWhole }))
}

/** Returns of periods of a run or of a part of it. */
export function datedReturns(
  { days, index, benchmark }: { days: Int32Array; index: Float64Array; benchmark: { index: Float64Array } | null },
  periods: readonly CalendarPeriod[],
): PeriodReturn[] {
  const returns = periodReturns(index, periods)
  const benchmarkReturns = benchmark && periodReturns(benchmark.index, periods)
  return periods.map(({ year, month, from, to, partial }, i) => ({
    year,
    month,
    from: days[from]!,
    to: days[to]!,
    return: returns[i]!,
    benchmarkReturn: benchmarkReturns && benchmarkReturns[i]!,
    partial,
  }))
}

/** Whether the run's market has no session after the run's last one, up to and including the day. */
function isClosedUntil(run: DatedRun, day: Day): boolean {
  const from = run.days.at(-1)! + 1
  if (from > day) return true
  if (run.grid === 'everyday') return false
  return run.legs.every(({ instrument }) => {
    if (instrument === null) return true
    const calendar = instrument.calendar === null ? null : tradingCalendar(instrument.calendar)
    if (calendar === null) return !hasWeekday(from, day)
    return calendar.tradesEveryDay || calendar.sessions(from, day).length === 0
  })
}

/** An unknown market is taken to trade from Monday to Friday. */
function hasWeekday(from: Day, to: Day): boolean {
  return to - from >= 2 || weekday(from) < 5 || weekday(to) < 5
}
