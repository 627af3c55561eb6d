import type { Day } from './day.ts'
import { calendarDate, dayNumber, isRealDate } from './gregorian.ts'

/**
 * `YYYY-MM-DD`. Years outside 0..9999 are a RangeError: ISO 8601 has no such form.
 *
 * ```ts
 * assert.equal(isoDate(0), '1970-01-01')
 * ```
 */
export function isoDate(day: Day): string {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`Cannot write a date: the year must be within 0..9999, got ${year}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/**
 * Reads exactly `YYYY-MM-DD`; null for another form or a date that the calendar lacks.
 *
 * ```ts
 * assert.equal(parseIsoDate('2020-02-29'), dayNumber(2020, 2, 29))
 * assert.equal(parseIsoDate('2021-02-29'), null)
 * ```
 */
export function parseIsoDate(text: string): Day | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null
  const date = { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) }
  return isRealDate(date) ? dayNumber(date.year, date.month, date.day) : null
}
