import type { PriceHistory } from '@portofino/market'
import { instrumentKey } from '@portofino/strategy'
import type { InstrumentReference, Portfolio, Span } from '@portofino/strategy'
import type { SimulationRequest } from '../request.ts'

export type Part = 'leg' | 'benchmark' | 'riskFree'

/** An instrument whose prices the run needs, once, whatever parts it plays. */
export interface PricedSubject {
  key: string
  parts: ReadonlySet<Part>
  history: PriceHistory
  /** Where to point when its prices are at fault. */
  span: Span
}

/** All instruments of a portfolio. A missing history is the caller's mistake: a TypeError. */
export function pricedSubjects({ legs, options }: Portfolio, histories: SimulationRequest['histories']): PricedSubject[] {
  const subjects = new Map<string, PricedSubject & { parts: Set<Part> }>()
  const add = (part: Part, reference: InstrumentReference, span: Span): void => {
    const key = instrumentKey(reference)
    const history = histories.get(key)
    if (history === undefined) throw new TypeError(`Cannot simulate: every instrument needs its prices, got none for ${key}`)
    const known = subjects.get(key)
    if (known === undefined) subjects.set(key, { key, parts: new Set([part]), history, span })
    else known.parts.add(part)
  }
  for (const { subject, span } of legs) if (subject.kind === 'instrument') add('leg', subject, span)
  const benchmark = options.bench?.value
  if (benchmark?.kind === 'instrument') add('benchmark', benchmark, benchmark.span)
  if (benchmark?.kind === 'basket') {
    for (const { subject, span } of benchmark.legs) if (subject.kind === 'instrument') add('benchmark', subject, span)
  }
  const riskFree = options.rf?.value
  if (riskFree?.kind === 'instrument') add('riskFree', riskFree, riskFree.span)
  return [...subjects.values()]
}
