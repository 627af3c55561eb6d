import { isoDate } from '@portofino/market'
import type { Day } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic, LatePolicy, Span } from '@portofino/strategy'
import type { MarketDays } from './market-days.ts'
import type { PricedSubject } from './priced-subject.ts'
import { settlementWithin } from './settlement.ts'
import type { Delisting } from './settlement.ts'
import { firstOnOrAfter } from './sorted-days.ts'

/** A subject with the sessions of its market, its first and last price on one of them within the period, and what may end it before the run ends. */
export interface DatedSubject {
  subject: PricedSubject
  market: MarketDays
  first: Day
  last: Day
  /** Whether prices follow after the period: what it lacks at the end is then a gap like any other. */
  goesOn: boolean
  delisting: Delisting | null
}

interface WindowRequest {
  subjects: readonly DatedSubject[]
  /** All sessions that the calendar gives the period. */
  grid: Int32Array
  late: LatePolicy
  from: Day
  to: Day
  periodSpan: Span
}

/** The sessions that prices leave of a period, and who moved its ends. */
type RunWindow =
  | { kind: 'open'; days: Int32Array; startMovedBy: string | null; endMovedBy: string | null; notes: Diagnostic[] }
  | { kind: 'closed'; diagnostics: Diagnostic[] }

/** Where no calendar tells the sessions, an end this many days from the wish is no holiday. */
const longestHoliday = 14

/** Moves the period's start to where all prices have begun and its end to where the first of them ends. */
export function runWindow(request: WindowRequest): RunWindow {
  const { grid, periodSpan } = request
  const start = windowStart(request)
  if (request.late === 'error' && start.late.length > 0) return { kind: 'closed', diagnostics: start.late.map(lateFault) }
  const end = windowEnd(request, start.session)
  const days = grid.subarray(start.session, end.session + 1)
  if (days.length < 2) {
    const related = [start.mover, end.mover].flatMap((mover) => (mover === null ? [] : [mover.subject.span]))
    return { kind: 'closed', diagnostics: [diagnostic('E305', {}, { span: periodSpan, related })] }
  }
  const notes: Diagnostic[] = []
  if (start.mover !== null) notes.push(moved('W210', days[0]!, [start.mover, ...start.alike]))
  if (end.mover !== null) notes.push(moved('W211', days[days.length - 1]!, [end.mover, ...end.alike]))
  return { kind: 'open', days, startMovedBy: symbolOf(start.mover), endMovedBy: symbolOf(end.mover), notes }
}

interface MovedEnd {
  session: number
  mover: DatedSubject | null
  /** Others that would have moved it to the same session. */
  alike: DatedSubject[]
}

function windowStart({ subjects, grid, late, from }: WindowRequest): MovedEnd & { late: DatedSubject[] } {
  const isPatient = late === 'cash' || late === 'spread'
  const lateOnes = subjects
    .filter(({ subject: { parts } }) => !(isPatient && parts.size === 1 && parts.has('leg')))
    .map((dated) => ({ dated, session: firstOnOrAfter(grid, dated.first) }))
    .filter(({ dated, session }) => session > 0 || dated.first - from > longestHoliday)
  const session = Math.max(0, ...lateOnes.map((each) => each.session))
  const [mover = null, ...alike] = lateOnes.filter((each) => each.session === session).map((each) => each.dated)
  return { session, mover, alike, late: lateOnes.map((each) => each.dated) }
}

/** What is settled within the run does not end it. */
function windowEnd({ subjects, grid, to }: WindowRequest, start: number): MovedEnd {
  const ends = subjects
    .filter(({ delisting }) => settlementWithin(grid.subarray(start), delisting) === null)
    .map((dated) => ({ dated, session: lastCoveredSession(dated, grid) }))
  const session = Math.min(grid.length - 1, ...ends.map((each) => each.session))
  const atEnd = ends.filter((each) => each.session === session).map((each) => each.dated)
  const [mover = null, ...alike] = session < grid.length - 1 ? atEnd : lackingLater(subjects, grid[session] ?? to, to)
  return { session, mover, alike }
}

/** Those after whose prices the sessions end, where that is too far from the wish for a holiday. */
function lackingLater(subjects: readonly DatedSubject[], end: Day, to: Day): DatedSubject[] {
  return to - end > longestHoliday ? subjects.filter(({ last, goesOn }) => last <= end && !goesOn) : []
}

/**
 * The last session before a gap that no later price ends. After the last price a market may only be closed, by its calendar;
 * without one every later session is a gap.
 */
function lastCoveredSession({ market, last, goesOn }: DatedSubject, grid: Int32Array): number {
  if (goesOn) return grid.length - 1
  const nextOwn = market.sessions[firstOnOrAfter(market.sessions, last + 1)]
  if (nextOwn !== undefined) return firstOnOrAfter(grid, nextOwn) - 1
  return last < market.knownFrom - 1 ? firstOnOrAfter(grid, last + 1) - 1 : grid.length - 1
}

function moved(code: 'W210' | 'W211', day: Day, [mover, ...alike]: [DatedSubject, ...DatedSubject[]]): Diagnostic {
  const related = alike.map(({ subject }) => subject.span)
  return diagnostic(code, { t: symbolOf(mover), date: isoDate(day) }, { span: mover.subject.span, related })
}

function lateFault({ subject, first }: DatedSubject): Diagnostic {
  return diagnostic('E307', { t: subject.history.instrument.symbol, date: isoDate(first) }, { span: subject.span })
}

function symbolOf(dated: DatedSubject): string
function symbolOf(dated: DatedSubject | null): string | null
function symbolOf(dated: DatedSubject | null): string | null {
  return dated?.subject.history.instrument.symbol ?? null
}
