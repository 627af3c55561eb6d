import type { Catalog, Instrument } from '@portofino/market'
import type { Completion } from './completion.ts'

/** More than a person reads. */
const most = 20

/**
 * Instruments for what was typed: symbols that begin with it, then symbols that hold it, then names with a word that
 * begins with it; alphabetically. Those in use already are left out.
 */
export function instrumentCandidates(typed: string, used: ReadonlySet<string>, catalog: Catalog): Instrument[] {
  const wanted = typed.toUpperCase()
  const ranks: Instrument[][] = [[], [], []]
  for (const instrument of catalog.instruments()) {
    const rank = used.has(instrument.symbol) ? -1 : rankOf(instrument, wanted)
    if (rank >= 0) ranks[rank]!.push(instrument)
  }
  const ordered = ranks.map((rank) => rank.toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1)))
  return ordered.flat().slice(0, most)
}

/** @param suffix what goes on after the symbol: `-` in a leg, nothing in an option */
export function instrumentCompletion({ symbol, name, market, first }: Instrument, suffix: string): Completion {
  return { kind: 'instrument', label: symbol, text: symbol + suffix, detail: name, market, first }
}

function rankOf({ symbol, name }: Instrument, wanted: string): number {
  if (symbol.startsWith(wanted)) return 0
  if (symbol.includes(wanted)) return 1
  return wanted.length >= 2 && ` ${name.toUpperCase()}`.includes(` ${wanted}`) ? 2 : -1
}
