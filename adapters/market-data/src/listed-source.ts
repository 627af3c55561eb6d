import { firstAtOrAfter } from '@portofino/market'
import type { Catalog, Day, Instrument, PriceHistory } from '@portofino/market'
import { historyWithin } from './history-within.ts'
import { MarketDataError } from './market-data-error.ts'
import type { HistoryRequest, MarketDataSource } from './market-data-source.ts'
import { searchedInstruments } from './searched-instruments.ts'

export interface PriceList {
  /** As in E301 and results. */
  name: string
  /** One sentence: how to use another source. */
  otherSources: string
  instruments: readonly Instrument[]
  /** All prices of one of the instruments. */
  load: (instrument: Instrument) => Promise<PriceHistory>
}

/** A source that knows all its instruments beforehand: everything but reading the prices of one. */
export function listedSource({ name, otherSources, instruments, load }: PriceList): MarketDataSource {
  const bySymbol = Map.groupBy(instruments, ({ symbol }) => symbol)
  const find = (symbol: string): readonly Instrument[] => bySymbol.get(symbol.toUpperCase()) ?? []
  const catalog: Catalog = { source: name, otherSources, find, instruments: () => instruments.values() }

  return {
    name,
    search: async (query) => searchedInstruments(instruments, query),
    describe: async (symbol) => [...find(symbol)],
    catalog: async () => catalog,

    async history({ instrument, from, to, signal }: HistoryRequest) {
      signal?.throwIfAborted()
      const listed = find(instrument.symbol).find(({ market }) => market === instrument.market)
      if (listed === undefined) {
        const message = `${name} has no prices of ${instrument.symbol}. ${otherSources}`
        throw new MarketDataError(message, { code: 'not_found', source: name, symbol: instrument.symbol })
      }
      return historyWithin(await load(listed), { from, to })
    },

    async sessions(market, range) {
      const columns: Int32Array[] = []
      for (const listed of instruments) if (listed.market === market) columns.push((await load(listed)).adjusted.days)
      return unionOfDays(columns, range)
    },
  }
}

/** Every day that occurs in any of the columns and lies within the range, once, oldest first. */
export function unionOfDays(columns: readonly Int32Array[], { from, to }: { from: Day; to: Day }): Int32Array {
  const within = columns.map((days) => days.subarray(firstAtOrAfter(days, from), firstAtOrAfter(days, to + 1)))
  const union = new Set<Day>()
  for (const days of within) for (const day of days) union.add(day)
  return Int32Array.from(union).toSorted()
}
