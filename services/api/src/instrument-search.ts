import { popularTickers } from '@portofino/database'
import type { Database } from '@portofino/database'
import type { Instrument } from '@portofino/market'
import type { MarketDataSource } from '@portofino/market-data'

/** For an empty text: the whole of a small list, such as the sample's, and no more than a person looks through. */
const most = 50

export interface Searched {
  database: Pick<Database, 'db'>
  marketData: MarketDataSource
}

/** Instruments whose symbol or name fits, best first. For an empty text those that were used most, then others at hand. */
export function instrumentSearch({ database, marketData }: Searched): (text: string) => Promise<readonly Instrument[]> {
  return async (text) => {
    if (text.trim() !== '') return marketData.search(text.trim())
    const symbols = (await popularTickers(database.db, most)).map(({ symbol }) => symbol)
    const catalog = await marketData.catalog(symbols)
    const popular = symbols.flatMap((symbol) => catalog.find(symbol).slice(0, 1))
    const others = Array.from(catalog.instruments()).filter(({ symbol }) => !symbols.includes(symbol))
    return [...popular, ...others].slice(0, most)
  }
}
