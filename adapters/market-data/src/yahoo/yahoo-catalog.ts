import type { Catalog, Instrument } from '@portofino/market'

/** What Yahoo knows about one symbol. */
export interface LookUp {
  found: readonly Instrument[]
  /** When nothing was found: what its search gives instead. */
  similar: readonly Instrument[]
}

const atOnce = 4

/** Looks the symbols up, a few at a time, each once. */
export async function yahooCatalog(
  symbols: readonly string[],
  { otherSources, lookUp }: { otherSources: string; lookUp: (symbol: string) => Promise<LookUp> },
): Promise<Catalog> {
  const lookUps = new Map<string, LookUp>()
  const waiting = new Set(symbols.map((symbol) => symbol.toUpperCase())).values()
  async function lookUpWaiting(): Promise<void> {
    for (const symbol of waiting) lookUps.set(symbol, await lookUp(symbol))
  }
  await Promise.all(Array.from({ length: atOnce }, lookUpWaiting))
  const suggested = [...lookUps.values()].flatMap(({ found, similar }) => [...found, ...similar])
  return {
    source: 'yahoo',
    otherSources,
    find: (symbol) => lookUps.get(symbol.toUpperCase())?.found ?? [],
    instruments: () => suggested.values(),
  }
}
