import { calendarDate, dayNumber, weekStart } from '@portofino/market'
import type { Day } from '@portofino/market'
import { firstOnOrAfter } from './sorted-days.ts'

type PeriodLength = 'weekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual'

const monthsOf = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }

/**
 * Cuts sessions into ISO weeks or calendar periods: the position of each period's first session, 0 in front. Periods
 * without a session are left out.
 *
 * @param days strictly increasing; shape [n]
 */
export function periodStarts(days: Int32Array, length: PeriodLength): number[] {
  const starts: number[] = []
  const nextStart = length === 'weekly' ? nextWeek : monthSteps(days[0] ?? 0, monthsOf[length])
  for (let session = 0; session < days.length;) {
    starts.push(session)
    const day = days[session]!
    const next = nextStart(day)
    session = firstOnOrAfter(days, next, { start: session, end: Math.min(days.length, session + next - day) })
  }
  return starts
}

function nextWeek(day: Day): Day {
  return weekStart(day) + 7
}

/** First day of the period after the one that holds a day, for days that come in order: steps months instead of reading dates. */
function monthSteps(first: Day, months: number): (day: Day) => Day {
  const { year, month } = calendarDate(first)
  let count = month - ((month - 1) % months)
  let next = dayNumber(year, count, 1)
  return (day) => {
    while (next <= day) {
      count += months
      next = dayNumber(year, count, 1)
    }
    return next
  }
}
