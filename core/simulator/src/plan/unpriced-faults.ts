import { isoDate } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic, Fix, Span } from '@portofino/strategy'
import type { PricedSubject } from '../grid/priced-subject.ts'

/** E303 for each, with the days it has prices on; the fix is the longest period that all subjects of the run share. */
export function unpricedFaults(unpriced: readonly PricedSubject[], all: readonly PricedSubject[], period: Span): Diagnostic[] {
  const shared = sharedDays(all)
  const fixes: Fix[] = shared === null ? [] : [{ title: shared, edits: [{ start: period.start, end: period.end, text: shared }] }]
  return unpriced.map(({ history: { instrument }, span }) => {
    const { symbol, first, last } = instrument
    const help =
      first === null || last === null ? {} : { help: `${symbol} has prices from ${isoDate(first)} to ${isoDate(last)}` }
    return diagnostic('E303', { t: symbol }, { span, fixes, ...help })
  })
}

function sharedDays(subjects: readonly PricedSubject[]): string | null {
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  for (const { history } of subjects) {
    const { first, last } = history.instrument
    if (first === null || last === null) return null
    from = Math.max(from, first)
    to = Math.min(to, last)
  }
  return from < to ? `${isoDate(from)} ${isoDate(to)}` : null
}
