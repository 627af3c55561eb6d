import { calendarDate, dayNumber } from '@portofino/market'

/** A calendar month or year of a run, as far as the run covers it. Its return is V_to/V_from − 1. */
export interface CalendarPeriod {
  year: number
  /** 1 to 12; null for a year. */
  month: number | null
  /** Position of the session at whose close the period begins: the last one before it, or 0. */
  from: number
  /** Position of its last session. */
  to: number
  /** The run covers only part of it. */
  partial: boolean
}

/**
 * Months of a run. Each ends at its last session; the first begins at session 0.
 *
 * A first month that session 0 lies in is partial, because its return up to then is missing. When session 0 is the last
 * one of its month, that month has no return and is left out, and the next is whole. The last month is partial
 * unless the caller, who knows the trading calendar, says that the last session ends it.
 *
 * ```ts
 * import { dayNumber } from '@portofino/market'
 *
 * const days = Int32Array.of(dayNumber(2020, 1, 30), dayNumber(2020, 1, 31), dayNumber(2020, 2, 28))
 * assert.deepEqual(calendarMonths(days, { lastIsWhole: true }), [
 *   { year: 2020, month: 1, from: 0, to: 1, partial: true },
 *   { year: 2020, month: 2, from: 1, to: 2, partial: false },
 * ])
 * ```
 *
 * @param days strictly increasing; shape [n + 1]
 */
export function calendarMonths(days: Int32Array, { lastIsWhole }: PeriodCoverage = { lastIsWhole: false }): CalendarPeriod[] {
  return calendarPeriods(days, { months: 1, lastIsWhole })
}

/** Years of a run, by the same rules as `calendarMonths`. */
export function calendarYears(days: Int32Array, { lastIsWhole }: PeriodCoverage = { lastIsWhole: false }): CalendarPeriod[] {
  return calendarPeriods(days, { months: 12, lastIsWhole })
}

export interface PeriodCoverage {
  /** No later session of the market lies in the last month (or year). */
  lastIsWhole: boolean
}

/** Return of each period of an index: V_to/V_from − 1, and 0 where V_from is 0. */
export function periodReturns(index: Float64Array, periods: readonly CalendarPeriod[]): Float64Array {
  return Float64Array.from(periods, ({ from, to }) => (index[from] === 0 ? 0 : index[to]! / index[from]! - 1))
}

function calendarPeriods(days: Int32Array, { months, lastIsWhole }: PeriodCoverage & { months: 1 | 12 }): CalendarPeriod[] {
  const periods: CalendarPeriod[] = []
  let from = 0
  while (from < days.length - 1) {
    const { year, month } = calendarDate(days[from + 1]!)
    const first = dayNumber(year, months === 12 ? 1 : month, 1)
    const next = dayNumber(year, months === 12 ? 13 : month + 1, 1)
    let to = from + 1
    while (to + 1 < days.length && days[to + 1]! < next) to++
    const startsInside = days[from]! >= first
    const endsInside = to === days.length - 1 && !lastIsWhole
    periods.push({ year, month: months === 12 ? null : month, from, to, partial: startsInside || endsInside })
    from = to
  }
  return periods
}
