import type { Catalog, Instrument } from '@portofino/market'
import { instrumentKey } from '../instrument-key.ts'
import { writtenInstrument } from './catalog-entries.ts'
import type { WrittenInstrument } from './catalog-entries.ts'
import type { Completion } from './completion.ts'

/** More than a person looks through. */
const most = 50

/** Where an instrument is wanted. */
export interface InstrumentPlace {
  catalog: Catalog
  /** Those that stand there already. */
  used: readonly WrittenInstrument[]
  /** What goes on after the symbol: `-` in a leg, nothing in an option. */
  suffix: '-' | ''
  /** Whether a yield will do, which nobody can hold. */
  takesYields: boolean
}

/**
 * Instruments for what was typed, with or without a market: symbols that begin with it, then symbols that hold it, then
 * names with a word that begins with it; alphabetically. A symbol of several markets comes with its market.
 */
export function instrumentCandidates(typed: string, place: InstrumentPlace): Completion[] {
  const { market, symbol: wanted } = writtenInstrument(typed)
  const rankOf = ranking(wanted)
  const ranks: Instrument[][] = [[], [], []]
  for (const instrument of place.catalog.instruments()) {
    const rank = rankOf(instrument, ranks)
    const isWanted = rank !== null && (market === null || instrument.market === market) && isFree(instrument, place)
    if (isWanted) insert(instrument, ranks[rank]!)
  }
  const first = ranks.flat().slice(0, most)
  return first.map((instrument) => completion(instrument, market !== null || isAmbiguous(instrument, place), place.suffix))
}

/** How well an instrument fits, 0 being best; null when it does not, or better ones fill that rank. */
function ranking(wanted: string): (instrument: Instrument, kept: readonly Instrument[][]) => number | null {
  const names = nameWith(wanted)
  return ({ symbol, name }, kept) => {
    const rank = symbol.startsWith(wanted) ? 0 : symbol.includes(wanted) ? 1 : 2
    if (!mayCome(symbol, kept[rank]!)) return null
    return rank < 2 || names?.test(name) === true ? rank : null
  }
}

/** Names in which a word begins with so many letters; one letter is in too many. */
function nameWith(letters: string): RegExp | null {
  return letters.length < 2 ? null : new RegExp(`(?:^| )${letters.replace(/[^A-Z0-9]/g, String.raw`\$&`)}`, 'i')
}

/** Whether there is room, or a worse one to push out: asked first, so that a large catalog is hardly looked at. */
function mayCome(symbol: string, kept: readonly Instrument[]): boolean {
  return kept.length < most || symbol < kept.at(-1)!.symbol
}

function insert(instrument: Instrument, kept: Instrument[]): void {
  const after = kept.findIndex(({ symbol }) => symbol > instrument.symbol)
  kept.splice(after < 0 ? kept.length : after, 0, instrument)
  if (kept.length > most) kept.pop()
}

function isFree({ symbol, market, returns }: Instrument, { used, takesYields }: InstrumentPlace): boolean {
  if (returns === 'yield' && !takesYields) return false
  return !used.some((other) => other.symbol === symbol && (other.market === null || other.market === market))
}

function isAmbiguous({ symbol, market }: Instrument, { catalog }: InstrumentPlace): boolean {
  return market !== null && catalog.find(symbol).length > 1
}

function completion(instrument: Instrument, withMarket: boolean, suffix: string): Completion {
  const { symbol, name, market, first } = instrument
  const label = withMarket ? instrumentKey(instrument) : symbol
  return { kind: 'instrument', label, text: label + suffix, detail: name, market, first }
}
