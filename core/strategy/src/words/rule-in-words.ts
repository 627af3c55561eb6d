import type { Anchor, CalendarPeriod, RebalanceRule, RulePart, Weekday } from '../tree.ts'

const periods: Readonly<Record<Exclude<CalendarPeriod, 'daily'>, string>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  semiannual: 'half-year',
  annual: 'year',
}

const weekdays: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
}

/** When a rule is due: `at the last session of each month, and every 21 sessions`. */
export function ruleInWords(rule: RebalanceRule): string {
  return rule.map(rulePartInWords).join(', and ')
}

function rulePartInWords(part: RulePart): string {
  if (part.kind === 'every') return part.sessions === 1 ? 'every session' : `every ${part.sessions} sessions`
  if (part.kind === 'calendar')
    return part.every === 'daily' ? 'every session' : calendarInWords(periods[part.every], part.anchor)
  return bandInWords(part)
}

function calendarInWords(period: string, anchor: Anchor): string {
  if (anchor === 'end') return `at the last session of each ${period}`
  if (anchor === 'start') return `at the first session of each ${period}`
  if (typeof anchor === 'number') return `at the ${ordinal(anchor)} session of each ${period}`
  return `each ${weekdays[anchor]}`
}

function bandInWords({ absolute, relative }: { absolute: string | null; relative: string | null }): string {
  if (relative === null) return `whenever a weight is more than ${absolute} points off its target`
  const share = `${relative}% of its target`
  if (absolute === null) return `whenever a weight is off by more than ${share}`
  return `whenever a weight is off by more than ${absolute} points or ${share}, whichever is less`
}

function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
