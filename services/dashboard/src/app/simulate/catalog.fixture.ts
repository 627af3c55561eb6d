import type { Catalog, Instrument } from '@portofino/market'

/** A share; nothing is known of its prices. */
export function share(symbol: string, changes: Partial<Instrument> = {}): Instrument {
  const market = { market: 'XNAS', calendar: null, currency: 'USD', returns: 'total' } as const
  return { symbol, name: symbol, ...market, first: null, last: null, ...changes }
}

export function catalogOf(instruments: readonly Instrument[]): Catalog {
  const find = (symbol: string): Instrument[] => instruments.filter((each) => each.symbol === symbol)
  return { source: 'test', otherSources: '', find, instruments: () => instruments }
}
