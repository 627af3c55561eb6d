import type { Catalog } from '@portofino/market'
import { instrumentKey } from '../instrument-key.ts'
import { printWeight } from '../print-leg.ts'
import type { InstrumentReference, Leg } from '../tree.ts'
import { listInWords } from './list-in-words.ts'

/** What is asked of a catalog here: names by symbol. */
export type Names = Pick<Catalog, 'find'>

/** `hold 60% Apple Inc. (AAPL) and short 40% Tesla, Inc. (TSLA)`. */
export function legsInWords(legs: readonly Leg[], names: Names | undefined): string {
  const isOnlyRest = legs.filter(({ weight }) => weight.kind === 'rest').length === 1
  const side = (wanted: Leg['side']): string => {
    const parts = legs.filter((leg) => leg.side === wanted).map((leg) => legInWords(leg, { isOnlyRest, names }))
    return parts.length === 0 ? '' : `${wanted === 'L' ? 'hold' : 'short'} ${listInWords(parts)}`
  }
  return [side('L'), side('S')].filter((words) => words !== '').join(', and ')
}

/** `Apple Inc. (AAPL)`; only the symbol where the catalog does not know exactly one such instrument. */
export function instrumentInWords(reference: InstrumentReference, names: Names | undefined): string {
  const written = instrumentKey(reference)
  const known = (names?.find(reference.symbol) ?? []).filter(
    ({ market }) => reference.market === null || market === reference.market,
  )
  return known.length === 1 ? `${known[0]!.name} (${written})` : written
}

function legInWords({ subject, weight }: Leg, { isOnlyRest, names }: { isOnlyRest: boolean; names: Names | undefined }): string {
  const what = subject.kind === 'cash' ? 'cash' : instrumentInWords(subject, names)
  if (weight.kind !== 'rest') return `${printWeight(weight)} ${what}`
  return `${isOnlyRest ? 'the rest' : 'an equal share of the rest'} in ${what}`
}
