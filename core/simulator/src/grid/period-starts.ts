import { calendarDate, dayNumber, weekStart } from '@portofino/market'
import type { Day } from '@portofino/market'
import { firstOnOrAfter } from './sorted-days.ts'

export type PeriodLength = 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual'

const monthsOf = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/**
 * Cuts sessions into ISO weeks or calendar periods: the position of each period's first session, 0 in front. Periods
 * without a session are left out.
 *
 * @param days strictly increasing; shape [n]
 */
export function periodStarts(days: Int32Array, length: PeriodLength): number[] {
  const starts: number[] = []
  for (let session = 0; session < days.length;) {
    starts.push(session)
    const next = nextPeriod(days[session]!, length)
    session = firstOnOrAfter(days, next, session)
  }
  return starts
}

/** First day of the period after the one that holds the day. */
function nextPeriod(day: Day, length: PeriodLength): Day {
  if (length === 'weekly') return weekStart(day) + 7
  const months = monthsOf[length]
  const { year, month } = calendarDate(day)
  return dayNumber(year, month - ((month - 1) % months) + months, 1)
}
