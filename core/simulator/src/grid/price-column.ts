import type { Day } from '@portofino/market'
import type { MarketDays } from './market-days.ts'
import type { PricedSubject } from './priced-subject.ts'
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

/** Brings one series onto the sessions. Prices on days when the own market was closed are not read. */
export function priceColumn({ history }: PricedSubject, market: MarketDays, days: Int32Array): PriceColumn {
  const { adjusted } = history
  const last = days[days.length - 1]!
  const own = daysWithin(market.sessions, days[0]!, last)
  const isAlwaysOpen = hasSameDays(own, days)
  const start = firstOnOrAfter(adjusted.days, days[0]!)
  if (isAlwaysOpen && hasSameDays(adjusted.days.subarray(start, start + days.length), days)) {
    return { closes: adjusted.closes.subarray(start, start + days.length), open: null, listed: 0, carried: 0, gapFrom: null }
  }
  return { ...carriedCloses(adjusted, market.sessions, days), open: isAlwaysOpen ? null : openSessions(own, days) }
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
  const column: Omit<PriceColumn, 'open'> = { closes, listed: days.length, carried: 0, gapFrom: null }
  let gap = 0
  let firstMissing = 0
  for (let session = 0; session < days.length; session++) {
    const day = days[session]!
    const known = walk.day
    const isOpen = walkTo(walk, day)
    if (walk.day > known) gap = 0
    if (walk.day === Number.NEGATIVE_INFINITY) continue
    column.listed = Math.min(column.listed, session)
    closes[session] = walk.close
    if (!isOpen || walk.day === day) continue
    if (gap === 0) firstMissing = day
    gap += 1
    column.carried += 1
    if (gap > longestGap) column.gapFrom ??= firstMissing
  }
  closes.fill(column.listed < days.length ? closes[column.listed]! : firstClose(series, days), 0, column.listed)
  return column
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
