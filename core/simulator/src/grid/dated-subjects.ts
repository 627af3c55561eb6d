import type { Day } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import { marketDays } from './market-days.ts'
import type { MarketDays } from './market-days.ts'
import type { PricedSubject } from './priced-subject.ts'
import type { DatedSubject } from './run-window.ts'
import { firstOnOrAfter } from './sorted-days.ts'

/** No market stays closed for longer; so far a close may be carried into the period, and so far its calendar is asked beyond the prices. */
const longestClosure = 14

export interface Period {
  from: Day
  to: Day
}

export type Dating =
  | { kind: 'dated'; subjects: DatedSubject[]; horizon: Day }
  /** E303 for each without a price in the period. */
  | { kind: 'unpriced'; diagnostics: Diagnostic[] }

/** Finds each subject's market sessions and the first and last price on them, within the period and just before it. */
export function datedSubjects(
  subjects: readonly PricedSubject[],
  { from, to }: Period,
  marketSessions: ReadonlyMap<string, Int32Array>,
): Dating {
  const lastPrices = subjects.map(({ history: { adjusted } }) => adjusted.days[firstOnOrAfter(adjusted.days, to + 1) - 1] ?? from)
  const horizon = Math.min(to, Math.max(from, ...lastPrices) + longestClosure + 1)
  const markets = marketDays(subjects, { from: from - longestClosure, to: horizon, marketSessions })
  const dated: DatedSubject[] = []
  const diagnostics: Diagnostic[] = []
  for (const [i, subject] of subjects.entries()) {
    const market = markets[i]!
    const priced = pricedRange(subject, market, { from: from - longestClosure, to: horizon })
    if (priced !== null && priced.last >= from) dated.push({ subject, market, ...priced })
    else diagnostics.push(diagnostic('E303', { t: subject.history.instrument.symbol }, { span: subject.span }))
  }
  return diagnostics.length > 0 ? { kind: 'unpriced', diagnostics } : { kind: 'dated', subjects: dated, horizon }
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
