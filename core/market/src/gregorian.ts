import type { Day } from './day.ts'

/** Month 1 to 12, day 1 to 31. */
export interface CalendarDate {
  year: number
  month: number
  day: number
}

/**
 * The day of a date of the proleptic Gregorian calendar. Months and days outside their range carry over, as in
 * `dayNumber(2020, 13, 1)`, which is 2021-01-01.
 *
 * Source of the arithmetic: H. Hinnant, "chrono-compatible low-level date algorithms", 2013.
 *
 * ```ts
 * assert.equal(dayNumber(1970, 1, 1), 0)
 * assert.equal(dayNumber(2020, 3, 1) - dayNumber(2020, 2, 1), 29)
 * ```
 */
export function dayNumber(year: number, month: number, day: number): Day {
  const monthsFromMarch = year * 12 + (month - 3)
  const shiftedYear = Math.floor(monthsFromMarch / 12)
  const shiftedMonth = monthsFromMarch - shiftedYear * 12
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/**
 * The date of a day; the inverse of `dayNumber`.
 *
 * ```ts
 * assert.deepEqual(calendarDate(dayNumber(2022, 12, 28)), { year: 2022, month: 12, day: 28 })
 * ```
 */
export function calendarDate(day: Day): CalendarDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** The last day of a month. */
export function lastDayOfMonth(year: number, month: number): Day {
  return dayNumber(year, month + 1, 1) - 1
}

/** Whether the calendar has this date: whole numbers, month 1 to 12, day within the month. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  if (![year, month, day].every(Number.isInteger)) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * 0 for Monday to 6 for Sunday.
 *
 * ```ts
 * assert.equal(weekday(dayNumber(2020, 1, 2)), 3)
 * ```
 */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The Monday of the ISO week that holds the day: equal for two days of one week, whatever the year. */
export function weekStart(day: Day): Day {
  return day - weekday(day)
}
