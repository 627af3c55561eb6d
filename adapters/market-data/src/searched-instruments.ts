import type { Instrument } from '@portofino/market'

const atMost = 20

/** Instruments whose symbol or name contains the query, best first: equal symbol, start of symbol, start of a word of the name, the rest. */
export function searchedInstruments(instruments: readonly Instrument[], query: string): Instrument[] {
  const wanted = query.trim().toUpperCase()
  return instruments
    .map((instrument) => ({ instrument, rank: rankOf(instrument, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank || (a.instrument.symbol < b.instrument.symbol ? -1 : 1))
    .slice(0, atMost)
    .map(({ instrument }) => instrument)
}

function rankOf({ symbol, name }: Instrument, wanted: string): number {
  const upperName = name.toUpperCase()
  if (symbol === wanted) return 0
  if (symbol.startsWith(wanted)) return 1
  if (` ${upperName}`.includes(` ${wanted}`)) return 2
  if (symbol.includes(wanted) || upperName.includes(wanted)) return 3
  return Infinity
}
