import { tradingCalendar } from '@portofino/market'
import type { Day } from '@portofino/market'
import { marketDays } from './market-days.ts'
import type { MarketDays } from './market-days.ts'
import type { PricedSubject } from './priced-subject.ts'
import type { DatedSubject } from './run-window.ts'
import { delistingFrom } from './settlement.ts'
import { firstOnOrAfter } from './sorted-days.ts'

/** No market stays closed for longer; so far a close may be carried into the period, and so far its calendar is asked beyond the prices. */
const longestClosure = 14

export interface Period {
  from: Day
  to: Day
}

type Dating =
  | { kind: 'dated'; subjects: DatedSubject[]; horizon: Day }
  /** Those without a price in the period. */
  | { kind: 'unpriced'; subjects: PricedSubject[] }

/** Finds each subject's market sessions and the first and last price on them, within the period and just before it. */
export function datedSubjects(
  subjects: readonly PricedSubject[],
  period: Period,
  marketSessions: ReadonlyMap<string, Int32Array>,
): Dating {
  const { from } = period
  const horizon = horizonOf(subjects, period)
  const markets = marketDays(subjects, { from: from - longestClosure, to: horizon, marketSessions })
  const dated: DatedSubject[] = []
  const unpriced: PricedSubject[] = []
  for (const [i, subject] of subjects.entries()) {
    const market = markets[i]!
    const priced = pricedRange(subject, market, { from: from - longestClosure, to: horizon })
    if (priced !== null && priced.last >= from) {
      const delisting = delistingFrom(subject, Math.max(from, priced.first))
      dated.push({ subject, market, ...priced, goesOn: goesOnAfter(subject, period.to), delisting })
    } else unpriced.push(subject)
  }
  return unpriced.length > 0 ? { kind: 'unpriced', subjects: unpriced } : { kind: 'dated', subjects: dated, horizon }
}

/**
 * No session after this day can matter: a while after the last price, or the period's end where prices go on later or a delisting may
 * leave nothing but cash.
 */
function horizonOf(subjects: readonly PricedSubject[], { from, to }: Period): Day {
  const lastDays = subjects.map((subject) => {
    const { days } = subject.history.adjusted
    const delisting = delistingFrom(subject, from)
    const isLasting = (delisting !== null && delisting.day < to) || goesOnAfter(subject, to)
    return isLasting ? to : (days[firstOnOrAfter(days, to + 1) - 1] ?? from)
  })
  return Math.min(to, Math.max(from, ...lastDays) + longestClosure + 1)
}

/** Whether the series has a price on a later session of its market, by what was given of it or by what its instrument tells. */
function goesOnAfter({ history: { adjusted, instrument } }: PricedSubject, day: Day): boolean {
  const { days } = adjusted
  const calendar = instrument.calendar === null ? null : tradingCalendar(instrument.calendar)
  const isOwn = (later: Day): boolean => calendar === null || later < calendar.knownFrom || calendar.isSession(later)
  if (instrument.last !== null && instrument.last > day && isOwn(instrument.last)) return true
  return days.subarray(firstOnOrAfter(days, day + 1)).some(isOwn)
}

/** First and last price on the market's own sessions; null without any. */
function pricedRange(
  { history }: PricedSubject,
  { sessions }: MarketDays,
  { from, to }: Period,
): { first: Day; last: Day } | null {
  const { days } = history.adjusted
  const isOwn = (day: Day): boolean => sessions[firstOnOrAfter(sessions, day)] === day
  let low = firstOnOrAfter(days, from)
  let high = firstOnOrAfter(days, to + 1) - 1
  while (low <= high && !isOwn(days[low]!)) low += 1
  while (high >= low && !isOwn(days[high]!)) high -= 1
  return low <= high ? { first: days[low]!, last: days[high]! } : null
}
