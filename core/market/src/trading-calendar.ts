import type { Day } from './day.ts'
import { calendarDate, dayNumber, weekday } from './gregorian.ts'
import { newYorkHolidays, newYorkSpecialClosings } from './new-york-holidays.ts'

/** On which days a market trades. */
export interface TradingCalendar {
  id: string
  /** Metadata, never guessed from prices: returns are annualized with 365 if true, 252 otherwise. */
  tradesEveryDay: boolean
  /** First day for which its exceptions are known; before it only prices tell the sessions. */
  knownFrom: Day
  isSession(day: Day): boolean
  /** All sessions within the days, both included, oldest first. */
  sessions(from: Day, to: Day): Int32Array
}

/**
 * The calendar of this id, or null when there is none: `XNYS` and `XNAS` (New York, by rule with their exceptions from
 * 1990 on) and `everyday` (markets that never close).
 *
 * ```ts
 * const newYork = tradingCalendar('XNYS')!
 * assert.equal(newYork.isSession(dayNumber(2001, 9, 12)), false)
 * assert.equal(newYork.sessions(dayNumber(2020, 1, 1), dayNumber(2020, 1, 6)).length, 3)
 * ```
 */
export function tradingCalendar(id: string): TradingCalendar | null {
  return calendars.get(id) ?? null
}

const closedByYear = new Map<number, ReadonlySet<Day>>()

function newYorkClosed(year: number): ReadonlySet<Day> {
  let closed = closedByYear.get(year)
  if (closed === undefined) {
    closed = new Set([...newYorkHolidays(year), ...newYorkSpecialClosings])
    closedByYear.set(year, closed)
  }
  return closed
}

function newYorkSessions(from: Day, to: Day): Int32Array {
  const sessions: Day[] = []
  const lastYear = calendarDate(to).year
  for (let year = calendarDate(from).year; year <= lastYear; year++) {
    const closed = newYorkClosed(year)
    const end = Math.min(to, dayNumber(year, 12, 31))
    for (let day = Math.max(from, dayNumber(year, 1, 1)); day <= end; day++) {
      if (weekday(day) < 5 && !closed.has(day)) sessions.push(day)
    }
  }
  return Int32Array.from(sessions)
}

function newYork(id: string): TradingCalendar {
  return {
    id,
    tradesEveryDay: false,
    knownFrom: dayNumber(1990, 1, 1),
    isSession: (day) => weekday(day) < 5 && !newYorkClosed(calendarDate(day).year).has(day),
    sessions: newYorkSessions,
  }
}

const everyday: TradingCalendar = {
  id: 'everyday',
  tradesEveryDay: true,
  knownFrom: Number.NEGATIVE_INFINITY,
  isSession: () => true,
  sessions: (from, to) => Int32Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i),
}

const calendars = new Map<string, TradingCalendar>([newYork('XNYS'), newYork('XNAS'), everyday].map((each) => [each.id, each]))
