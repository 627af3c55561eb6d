import type { PriceHistory } from '@portofino/market'
import { instrumentKey } from '@portofino/strategy'
import type { InstrumentReference, Leg, Portfolio, Span } from '@portofino/strategy'
import type { SimulationRequest } from '../request.ts'

type Part = 'leg' | 'benchmark' | 'riskFree'

/** An instrument whose prices the run needs, once, whatever parts it plays. */
export interface PricedSubject {
  key: string
  parts: ReadonlySet<Part>
  history: PriceHistory
  /** Where to point when its prices are at fault. */
  span: Span
}

/** All instruments of a portfolio. A missing history is the caller's mistake: a TypeError. */
export function pricedSubjects(portfolio: Portfolio, histories: SimulationRequest['histories']): PricedSubject[] {
  const subjects = new Map<string, PricedSubject & { parts: Set<Part> }>()
  for (const { part, reference, span } of mentions(portfolio)) {
    const key = instrumentKey(reference)
    const history = histories.get(key)
    if (history === undefined) throw new TypeError(`Cannot simulate: every instrument needs its prices, got none for ${key}`)
    const known = subjects.get(key)
    if (known === undefined) subjects.set(key, { key, parts: new Set([part]), history, span })
    else known.parts.add(part)
  }
  return [...subjects.values()]
}

interface Mention {
  part: Part
  reference: InstrumentReference
  span: Span
}

function mentions({ legs, options: { bench, rf } }: Portfolio): Mention[] {
  const list = mentionsOfLegs(legs, 'leg')
  if (bench?.value.kind === 'instrument') list.push({ part: 'benchmark', reference: bench.value, span: bench.value.span })
  if (bench?.value.kind === 'basket') list.push(...mentionsOfLegs(bench.value.legs, 'benchmark'))
  if (rf?.value.kind === 'instrument') list.push({ part: 'riskFree', reference: rf.value, span: rf.value.span })
  return list
}

function mentionsOfLegs(legs: readonly Leg[], part: Part): Mention[] {
  return legs.flatMap(({ subject, span }) => (subject.kind === 'cash' ? [] : [{ part, reference: subject, span }]))
}
