import { calendarDate, dayNumber, isoDate, lastDayOfMonth, parseIsoDate } from '@portofino/market'
import type { Day, Instrument } from '@portofino/market'
import type { Completion } from './completion.ts'

/** What is known when a date is typed. */
export interface DateSituation {
  typed: string
  /** The date in front of it, when there is one: then this is the end. */
  start: string | null
  /** Of the typed legs, as far as the catalog knows them. */
  instruments: readonly Instrument[]
}

/**
 * For a start: the first day on which every leg has a price, then the last 10, 5, 3 and 1 calendar years.
 * For an end: the last common day, then whole years after the start. A typed year or month is completed to a day.
 */
export function dateCandidates({ typed, start, instruments }: DateSituation): Completion[] {
  const first = extreme(
    instruments.map((instrument) => instrument.first),
    Math.max,
  )
  const last = extreme(
    instruments.map((instrument) => instrument.last),
    Math.min,
  )
  const common = start === null ? startDates(first, last) : endDates(start, last)
  const dates = [...common, ...completedDate(typed, start !== null)].filter(({ label }) => label.startsWith(typed))
  return dates.filter(({ label }, index) => dates.findIndex((other) => other.label === label) === index)
}

function startDates(first: Day | null, last: Day | null): Completion[] {
  const earliest = first === null ? [] : [date(first, 'the first day on which every leg has a price')]
  if (last === null) return earliest
  const { year } = calendarDate(last)
  const turns = [10, 5, 3, 1].map((years) => ({ day: dayNumber(year - years + 1, 1, 1), years }))
  const inRange = turns.filter(({ day }) => first === null || day > first)
  return [...earliest, ...inRange.map(({ day, years }) => date(day, years === 1 ? 'the last year' : `the last ${years} years`))]
}

function endDates(start: string, last: Day | null): Completion[] {
  const from = parseIsoDate(start)
  const latest = last === null ? [] : [date(last, 'the last day on which every leg has a price')]
  if (from === null) return latest
  const { year, month, day } = calendarDate(from)
  const whole = [1, 3, 5, 10].filter((years) => year + years <= 9999)
  const ends = whole.map((years) => ({ years, ahead: dayNumber(year + years, month, Math.min(day, 28)) }))
  const inRange = ends.filter(({ ahead }) => last === null || ahead <= last)
  return [...latest, ...inRange.map(({ years, ahead }) => date(ahead, years === 1 ? 'one year later' : `${years} years later`))]
}

/** `2015` or `2015-3` to its first day, as an end to its last. */
function completedDate(typed: string, isEnd: boolean): Completion[] {
  const match = /^(\d{4})-?(?:(0[1-9]|1[0-2])-?)?$/.exec(typed)
  const year = Number(match?.[1] ?? 0)
  if (match === null || year === 0) return []
  const month = match[2] === undefined ? null : Number(match[2])
  const what = month === null ? 'the year' : 'the month'
  if (!isEnd) return [date(dayNumber(year, month ?? 1, 1), `${what} begins`)]
  return [date(lastDayOfMonth(year, month ?? 12), `${what} ends`)]
}

function date(day: Day, detail: string): Completion {
  const label = isoDate(day)
  return { kind: 'date', label, text: label, detail }
}

function extreme(days: readonly (Day | null)[], choose: (...days: number[]) => number): Day | null {
  const known = days.filter((day) => day !== null)
  return known.length === 0 ? null : choose(...known)
}
