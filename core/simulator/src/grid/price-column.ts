import type { Day } from '@portofino/market'
import type { PricedSubject } from './priced-subject.ts'
import type { DatedSubject } from './run-window.ts'
import { settlementWithin } from './settlement.ts'
import type { Delisting, Settlement } from './settlement.ts'
import { daysWithin, firstOnOrAfter, hasSameDays } from './sorted-days.ts'

/** One subject's closes on the sessions of a run. */
export interface PriceColumn {
  /** Carried over closed days and short gaps; before `listed` the first close; from the settlement on what it paid; shape [n + 1]. */
  closes: Float64Array
  /** 1 where the own market was open; null when it always was; shape [n + 1]. */
  open: Uint8Array | null
  /** The session of the first close; n + 1 when all come later. */
  listed: number
  /** Sessions with a carried close though the market was open. */
  carried: number
  /** First session of a gap that is too long to carry over; null without one. */
  gapFrom: Day | null
  /** Null where it does not stop trading within the run. */
  settlement: Settlement | null
}

type CarriedCloses = Omit<PriceColumn, 'open' | 'settlement'>
type ColumnSubject = Pick<DatedSubject, 'subject' | 'market' | 'delisting'>

/** Open sessions without a price over which the last one may be carried. */
export const longestGap = 5

/**
 * Brings each series onto the sessions. Prices on days when the own market was closed are not read. Most series have a price on
 * every session: their column is a view, and series with one list of days are compared with the sessions once.
 */
export function priceColumns(subjects: readonly ColumnSubject[], days: Int32Array): PriceColumn[] {
  const starts = new Map<Int32Array, number>()
  return subjects.map((dated) => {
    const { market, delisting } = dated
    const { adjusted } = dated.subject.history
    const own = daysWithin(market.sessions, days[0]!, days[days.length - 1]!)
    const isAlwaysOpen = hasSameDays(own, days)
    const start = starts.get(adjusted.days) ?? completeFrom(adjusted.days, days)
    starts.set(adjusted.days, start)
    const settlement = settlementWithin(days, delisting)
    const open = isAlwaysOpen ? null : openSessions(own, days)
    if (open !== null || start < 0 || settlement !== null) return { ...settledCloses(dated, days, settlement), open, settlement }
    const closes = adjusted.closes.subarray(start, start + days.length)
    return { closes, open, listed: 0, carried: 0, gapFrom: null, settlement }
  })
}

/** Where a series begins that has the sessions, and no other days between them; −1 when it has not. */
function completeFrom(series: Int32Array, days: Int32Array): number {
  const start = firstOnOrAfter(series, days[0]!)
  return hasSameDays(series.subarray(start, start + days.length), days) ? start : -1
}

function openSessions(own: Int32Array, days: Int32Array): Uint8Array {
  const open = new Uint8Array(days.length)
  let next = 0
  for (let session = 0; session < days.length; session++) {
    while (next < own.length && own[next]! < days[session]!) next += 1
    if (own[next] === days[session]) open[session] = 1
  }
  return open
}

type Series = PricedSubject['history']['adjusted']

function settledCloses(dated: ColumnSubject, days: Int32Array, settlement: Settlement | null): CarriedCloses {
  if (settlement === null) return carriedCloses(dated, days, days.length)
  const column = carriedCloses(dated, days, settlement.session)
  column.closes.fill(payment(dated, settlement.delisting), settlement.session)
  return column
}

/** Those of the sessions before the end. */
function carriedCloses(dated: ColumnSubject, days: Int32Array, end: number): CarriedCloses {
  const series = dated.subject.history.adjusted
  const own = dated.market.sessions
  const closes = new Float64Array(days.length)
  const walk = { series, own, row: firstOnOrAfter(series.days, own[0] ?? 0), next: 0, close: 0, day: Number.NEGATIVE_INFINITY }
  const gaps: Gaps = { length: 0, from: 0, carried: 0, tooLongFrom: null }
  let listed = days.length
  for (let session = 0; session < end; session++) {
    const before = walk.day
    const isOpen = walkTo(walk, days[session]!)
    if (walk.day > before) gaps.length = 0
    if (walk.day === Number.NEGATIVE_INFINITY) continue
    listed = Math.min(listed, session)
    closes[session] = walk.close
    if (isOpen && walk.day !== days[session]) countMissing(gaps, days[session]!)
  }
  closes.fill(listed < days.length ? closes[listed]! : firstClose(series, days), 0, listed)
  return { closes, listed, carried: gaps.carried, gapFrom: gaps.tooLongFrom }
}

/** Open sessions without a price: the present run of them, all of them, and the first run that is too long. */
interface Gaps {
  length: number
  from: Day
  carried: number
  tooLongFrom: Day | null
}

function countMissing(gaps: Gaps, day: Day): void {
  if (gaps.length === 0) gaps.from = day
  gaps.length += 1
  gaps.carried += 1
  if (gaps.length > longestGap) gaps.tooLongFrom ??= gaps.from
}

/** Two pointers that move through the series and its market's sessions side by side. */
interface Walk {
  series: Series
  own: Int32Array
  row: number
  next: number
  close: number
  day: Day
}

/** Reads all prices up to the day that fall on own sessions; whether the day is one itself. */
function walkTo(walk: Walk, day: Day): boolean {
  const { series, own } = walk
  for (; walk.row < series.days.length && series.days[walk.row]! <= day; walk.row++) {
    const priced = series.days[walk.row]!
    while (walk.next < own.length && own[walk.next]! < priced) walk.next += 1
    if (own[walk.next] !== priced) continue
    walk.close = series.closes[walk.row]!
    walk.day = priced
  }
  while (walk.next < own.length && own[walk.next]! < day) walk.next += 1
  return own[walk.next] === day
}

/** What a unit becomes in the end; a delisting is preceded by a price. */
function payment({ subject, market }: ColumnSubject, delisting: Delisting): number {
  const { days, closes } = subject.history.adjusted
  let row = firstOnOrAfter(days, delisting.day + 1) - 1
  while (market.sessions[firstOnOrAfter(market.sessions, days[row]!)] !== days[row]) row -= 1
  return closes[row]! * (1 + delisting.return)
}

/** Any price will do where nothing is held. */
function firstClose({ days, closes }: Series, sessions: Int32Array): number {
  return closes[firstOnOrAfter(days, sessions[0]!)] ?? 1
}
