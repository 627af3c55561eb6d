import type { Catalog, Instrument } from '@portofino/market'
import { editDistance } from '../parser/nearest.ts'

const most = 3

/**
 * What an unknown symbol may have meant, likeliest first: a name that has it as a word (`APPLE`) or almost
 * (`MICROSFT`), then symbols by edit distance, at most one edit for short ones and one more per three characters.
 */
export function likelyInstruments(symbol: string, catalog: Catalog): Instrument[] {
  const ranked: { instrument: Instrument; rank: number }[] = []
  for (const instrument of catalog.instruments()) {
    const rank = likeness(symbol, instrument)
    if (rank !== null) ranked.push({ instrument, rank })
  }
  const sorted = ranked.toSorted((a, b) => a.rank - b.rank || (a.instrument.symbol < b.instrument.symbol ? -1 : 1))
  return sorted.slice(0, most).map(({ instrument }) => instrument)
}

/** Smaller is likelier; null when there is no likeness. */
function likeness(symbol: string, { symbol: known, name }: Instrument): number | null {
  if (letters(known) === letters(symbol)) return 0
  const words = name.toUpperCase().split(/[^A-Z0-9]+/)
  if (symbol.length >= 3 && words.some((word) => word.startsWith(symbol))) return 0.5
  if (words.some((word) => isSlipOf(word, symbol))) return 0.75
  const length = Math.max(symbol.length, known.length)
  if (Math.abs(symbol.length - known.length) > allowed(length)) return null
  const distance = editDistance(symbol, known)
  return distance <= allowed(length) ? distance : null
}

/** One letter beside a word that is long enough to be known by the others: `MICROSFT`. */
function isSlipOf(word: string, symbol: string): boolean {
  return (
    Math.min(word.length, symbol.length) >= 5 && Math.abs(word.length - symbol.length) <= 1 && editDistance(symbol, word) <= 1
  )
}

/** `BRK.B`, `BRK-B` and `BRKB` are one to the eye; so are `GSPC` and `^GSPC`. */
function letters(symbol: string): string {
  return symbol.replace(/[^A-Z0-9]/g, '')
}

function allowed(length: number): number {
  return Math.max(1, Math.floor(length / 3))
}
