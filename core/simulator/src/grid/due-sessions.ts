import { weekday } from '@portofino/market'
import type { Anchor, RulePart, Weekday } from '@portofino/strategy'
import { periodStarts } from './period-starts.ts'

export type DatedRule = Exclude<RulePart, { kind: 'band' }>
type CalendarRule = Extract<RulePart, { kind: 'calendar' }>

/**
 * Marks with 1 the sessions on which a rule that looks at dates only is due. Never the first one.
 *
 * @param days the run's sessions; shape [n + 1], as is the result
 */
export function dueSessions(days: Int32Array, rules: readonly DatedRule[]): Uint8Array {
  const due = new Uint8Array(days.length)
  for (const rule of rules) {
    if (rule.kind === 'every') markEvery(due, rule.sessions)
    else if (rule.every === 'daily') due.fill(1)
    else markPeriods(due, days, rule)
  }
  if (due.length > 0) due[0] = 0
  return due
}

function markEvery(due: Uint8Array, sessions: number): void {
  for (let session = sessions; session < due.length; session += sessions) due[session] = 1
}

function markPeriods(due: Uint8Array, days: Int32Array, { every, anchor }: CalendarRule): void {
  if (every === 'daily') return
  const starts = periodStarts(days, every)
  for (let position = 0; position < starts.length; position++) {
    const period = {
      first: starts[position]!,
      end: starts[position + 1] ?? days.length,
      isFirst: position === 0,
      isLast: position === starts.length - 1,
    }
    const session = dueSession(days, period, anchor)
    if (session !== null) due[session] = 1
  }
}

/** Sessions `first` to before `end`. That a session is its period's last is known only when a later period follows. */
interface SessionPeriod {
  first: number
  end: number
  isFirst: boolean
  isLast: boolean
}

function dueSession(days: Int32Array, period: SessionPeriod, anchor: Anchor): number | null {
  if (anchor === 'end') return period.isLast ? null : period.end - 1
  if (anchor === 'start') return period.first
  return typeof anchor === 'number' ? ordinalSession(period, anchor) : weekdaySession(days, period, anchor)
}

function ordinalSession({ first, end, isFirst, isLast }: SessionPeriod, ordinal: number): number | null {
  if (isFirst) return null
  if (first + ordinal <= end) return first + ordinal - 1
  return isLast ? null : end - 1
}

const weekdays: Record<Weekday, number> = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4 }

/** The week's last session on or before the day. Whether another follows before that day is unknown at the run's last session. */
function weekdaySession(days: Int32Array, { first, end }: SessionPeriod, name: Weekday): number | null {
  const wanted = weekdays[name]
  let session = end - 1
  while (session >= first && weekday(days[session]!) > wanted) session -= 1
  if (session < first) return null
  const isRunsLast = session === days.length - 1
  return isRunsLast && weekday(days[session]!) !== wanted ? null : session
}
