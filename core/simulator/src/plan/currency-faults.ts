import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import type { PricedSubject } from '../grid/priced-subject.ts'

/** E304 for every leg or benchmark that is not in the currency of the first. Yields have none. */
export function currencyFaults(subjects: readonly PricedSubject[]): Diagnostic[] {
  const [first, ...others] = subjects.filter(({ parts }) => parts.has('leg') || parts.has('benchmark'))
  if (first === undefined) return []
  const { symbol: a, currency: c1 } = first.history.instrument
  const help = `choose legs and benchmark in one currency; ${byCurrency([first, ...others])}`
  return others.flatMap(({ history, span }) => {
    const { symbol: b, currency: c2 } = history.instrument
    return c1 === c2 ? [] : [diagnostic('E304', { a, c1, b, c2 }, { span, related: [first.span], help })]
  })
}

/** `in USD: A; in EUR: B, C` */
function byCurrency(subjects: readonly PricedSubject[]): string {
  const groups = Map.groupBy(subjects, ({ history }) => history.instrument.currency)
  const parts = [...groups].map(([currency, members]) => {
    return `in ${currency}: ${members.map(({ history }) => history.instrument.symbol).join(', ')}`
  })
  return parts.join('; ')
}
