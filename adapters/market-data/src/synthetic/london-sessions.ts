import type { Day } from '@portofino/market'
import { calendarDate, easterSunday, weekday } from '@portofino/market'

const [monday, saturday] = [0, 5]

/**
 * Whether the invented London market trades: every weekday but New Year's Day, Good Friday, Easter Monday, the first Monday of May, the last
 * one of August, and Christmas with the day after. `tradingCalendar` does not know it, so that its prices have to tell its sessions.
 */
export function isLondonSession(day: Day): boolean {
  return weekday(day) < saturday && !isFixedHoliday(day) && !isMovableHoliday(day)
}

function isFixedHoliday(day: Day): boolean {
  const { month, day: date } = calendarDate(day)
  return (month === 1 && date === 1) || (month === 12 && (date === 25 || date === 26))
}

function isMovableHoliday(day: Day): boolean {
  const { year, month, day: date } = calendarDate(day)
  const easter = easterSunday(year)
  const isBankHoliday = (month === 5 && date <= 7) || (month === 8 && date >= 25)
  return day === easter - 2 || day === easter + 1 || (weekday(day) === monday && isBankHoliday)
}
