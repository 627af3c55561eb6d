import type { Day } from '@portofino/market'
import type { PricedSubject } from './priced-subject.ts'
import type { DatedSubject } from './run-window.ts'
import { daysWithin, firstOnOrAfter, hasSameDays } from './sorted-days.ts'

/** One subject's closes on the sessions of a run. */
export interface PriceColumn {
  /** Carried over closed days and short gaps; before `listed` the first close; shape [n + 1]. */
  closes: Float64Array
  /** 1 where the own market was open; null when it always was; shape [n + 1]. */
  open: Uint8Array | null
  /** The session of the first close; n + 1 when all come later. */
  listed: number
  /** Sessions with a carried close though the market was open. */
  carried: number
  /** First session of a gap that is too long to carry over; null without one. */
  gapFrom: Day | null
}

/** Open sessions without a price over which the last one may be carried. */
export const longestGap = 5

/**
 * Brings each series onto the sessions. Prices on days when the own market was closed are not read. Most series have a price on
 * every session: their column is a view, and series with one list of days are compared with the sessions once.
 */
export function priceColumns(subjects: readonly Pick<DatedSubject, 'subject' | 'market'>[], days: Int32Array): PriceColumn[] {
  const starts = new Map<Int32Array, number>()
  return subjects.map(({ subject: { history }, market }) => {
    const { adjusted } = history
    const own = daysWithin(market.sessions, days[0]!, days[days.length - 1]!)
    const isAlwaysOpen = hasSameDays(own, days)
    const start = starts.get(adjusted.days) ?? completeFrom(adjusted.days, days)
    starts.set(adjusted.days, start)
    if (!isAlwaysOpen) return { ...carriedCloses(adjusted, market.sessions, days), open: openSessions(own, days) }
    if (start < 0) return { ...carriedCloses(adjusted, market.sessions, days), open: null }
    return { closes: adjusted.closes.subarray(start, start + days.length), open: null, listed: 0, carried: 0, gapFrom: null }
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

function carriedCloses(series: Series, own: Int32Array, days: Int32Array): Omit<PriceColumn, 'open'> {
  const closes = new Float64Array(days.length)
  const walk = { series, own, row: firstOnOrAfter(series.days, own[0] ?? 0), next: 0, close: 0, day: Number.NEGATIVE_INFINITY }
  const gaps: Gaps = { length: 0, from: 0, carried: 0, tooLongFrom: null }
  let listed = days.length
  for (let session = 0; session < days.length; session++) {
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

/** Any price will do where nothing is held. */
function firstClose({ days, closes }: Series, sessions: Int32Array): number {
  return closes[firstOnOrAfter(days, sessions[0]!)] ?? 1
}
