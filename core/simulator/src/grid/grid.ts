import { tradingCalendar, weekday } from '@portofino/market'
import type { Day } from '@portofino/market'
import type { DatedSubject } from './run-window.ts'
import { daysWithin, unionOfDays } from './sorted-days.ts'

/** The sessions on which a portfolio is looked at. */
export interface Grid {
  days: Int32Array
  kind: 'everyday' | 'weekdays' | 'mixed'
  /** Sessions a year: 365 where every leg's market trades every day, else 252. */
  periodsPerYear: 252 | 365
}

type GridLeg = Pick<DatedSubject, 'market' | 'delisting'>

/**
 * Days of the range on which at least one leg's market was open. Markets that trade every day add no session to those of
 * five-day markets; with nothing else, or with cash alone, every day is one. Where prices tell the sessions, a delisting after the
 * last of them adds the next weekday, so that what it pays is booked.
 *
 * @param legs benchmark and risk-free rate follow the grid
 */
export function sessionGrid(legs: readonly GridLeg[], { from, to }: { from: Day; to: Day }): Grid {
  const weekdayLegs = legs.filter(({ market }) => !market.tradesEveryDay)
  if (weekdayLegs.length === 0) {
    return { days: tradingCalendar('everyday')!.sessions(from, to), kind: 'everyday', periodsPerYear: 365 }
  }
  const sessions = new Set(weekdayLegs.map(({ market }) => market.sessions))
  const known = unionOfDays([...sessions].map((each) => daysWithin(each, from, to)))
  const settling = settlingSession(known, weekdayLegs)
  const days = settling !== null && settling <= to ? unionOfDays([known, Int32Array.of(settling)]) : known
  return { days, kind: weekdayLegs.length === legs.length ? 'weekdays' : 'mixed', periodsPerYear: 252 }
}

/** The weekday after the sessions and the last delisting that they end before; null without one, or where a calendar tells more. */
function settlingSession(sessions: Int32Array, legs: readonly GridLeg[]): Day | null {
  const last = sessions.at(-1) ?? Number.POSITIVE_INFINITY
  const unpaid = legs.flatMap(({ delisting }) => (delisting !== null && delisting.day >= last ? [delisting.day] : []))
  if (unpaid.length === 0) return null
  let day = Math.max(...unpaid) + 1
  while (weekday(day) > 4) day += 1
  return legs.every(({ market }) => day < market.knownFrom) ? day : null
}
