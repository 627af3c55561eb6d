import type { Day } from './day.ts'
import { dayNumber, weekday } from './gregorian.ts'

/**
 * Weekdays on which the New York exchanges stay closed by rule, in order.
 *
 * Sources: NYSE Rule 7.2 and the exchange's list of holidays; Martin Luther King Day since 1998, Juneteenth since 2022.
 */
export function newYorkHolidays(year: number): Day[] {
  const monday = 0
  const thursday = 3
  const holidays = [
    newYearsDay(year),
    year >= 1998 ? nthWeekday({ year, month: 1, weekday: monday }, 3) : null,
    nthWeekday({ year, month: 2, weekday: monday }, 3),
    easterSunday(year) - 2,
    nthWeekday({ year, month: 6, weekday: monday }, 1) - 7,
    year >= 2022 ? observed(dayNumber(year, 6, 19)) : null,
    observed(dayNumber(year, 7, 4)),
    nthWeekday({ year, month: 9, weekday: monday }, 1),
    nthWeekday({ year, month: 11, weekday: thursday }, 4),
    observed(dayNumber(year, 12, 25)),
  ]
  return holidays.filter((day) => day !== null).toSorted((a, b) => a - b)
}

/** Whole days without trading that no rule foresaw, since 1990. Source: the exchange's list of special closings. */
export const newYorkSpecialClosings: readonly Day[] = [
  dayNumber(1994, 4, 27), // funeral of Richard Nixon
  dayNumber(2001, 9, 11), // attacks of 11 September, four days
  dayNumber(2001, 9, 12),
  dayNumber(2001, 9, 13),
  dayNumber(2001, 9, 14),
  dayNumber(2004, 6, 11), // mourning for Ronald Reagan
  dayNumber(2007, 1, 2), // mourning for Gerald Ford
  dayNumber(2012, 10, 29), // hurricane Sandy, two days
  dayNumber(2012, 10, 30),
  dayNumber(2018, 12, 5), // mourning for George H. W. Bush
  dayNumber(2025, 1, 9), // mourning for Jimmy Carter
]

/** A Saturday's New Year is not made up for: its Friday closes the books of the old year. */
function newYearsDay(year: number): Day | null {
  const day = dayNumber(year, 1, 1)
  return weekday(day) === 5 ? null : observed(day)
}

/** Saturday's holiday is kept on Friday, Sunday's on Monday. */
function observed(day: Day): Day {
  const name = weekday(day)
  if (name === 5) return day - 1
  return name === 6 ? day + 1 : day
}

/** The n-th of a weekday in a month, n from 1. */
function nthWeekday({ year, month, weekday: name }: { year: number; month: number; weekday: number }, n: number): Day {
  const first = dayNumber(year, month, 1)
  return first + ((name - weekday(first) + 7) % 7) + (n - 1) * 7
}

/** Source: J. Meeus, "Astronomical Algorithms", 1991, chapter 8; his letters. */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}
