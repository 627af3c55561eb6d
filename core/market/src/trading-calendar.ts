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
  /** All sessions within the days, both included, oldest first; not to be written to, as others may hold the same. */
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

interface NewYorkYear {
  closed: ReadonlySet<Day>
  sessions: Int32Array
}

const newYorkYears = new Map<number, NewYorkYear>()

/** Worked out once: decades of sessions are asked for again and again. */
function newYorkYear(year: number): NewYorkYear {
  const known = newYorkYears.get(year)
  if (known !== undefined) return known
  const closed = new Set([...newYorkHolidays(year), ...newYorkSpecialClosings])
  const sessions: Day[] = []
  for (let day = dayNumber(year, 1, 1); day <= dayNumber(year, 12, 31); day++) {
    if (weekday(day) < 5 && !closed.has(day)) sessions.push(day)
  }
  const found = { closed, sessions: Int32Array.from(sessions) }
  newYorkYears.set(year, found)
  return found
}

let latest: { from: Day; to: Day; sessions: Int32Array } = { from: 0, to: -1, sessions: new Int32Array(0) }

/** Kept until other days are asked for: the exchanges of New York share their sessions, and so do the runs of one period. */
function newYorkSessions(from: Day, to: Day): Int32Array {
  if (from !== latest.from || to !== latest.to) latest = { from, to, sessions: sessionsOfYears(from, to) }
  return latest.sessions
}

function sessionsOfYears(from: Day, to: Day): Int32Array {
  if (from > to) return new Int32Array(0)
  const firstYear = calendarDate(from).year
  const years = Array.from({ length: calendarDate(to).year - firstYear + 1 }, (_, i) => newYorkYear(firstYear + i).sessions)
  const sessions = new Int32Array(years.reduce((count, year) => count + year.length, 0))
  let end = 0
  for (const year of years) {
    sessions.set(year, end)
    end += year.length
  }
  let start = 0
  while (start < end && sessions[start]! < from) start++
  while (end > start && sessions[end - 1]! > to) end--
  return sessions.slice(start, end)
}

function newYork(id: string): TradingCalendar {
  return {
    id,
    tradesEveryDay: false,
    knownFrom: dayNumber(1990, 1, 1),
    isSession: (day) => weekday(day) < 5 && !newYorkYear(calendarDate(day).year).closed.has(day),
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
