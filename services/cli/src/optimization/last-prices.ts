import type { Day } from '@portofino/market'
import type { LoadedPrices, MarketDataSource } from '@portofino/market-data'
import { type LastPrice, lastPrice } from '@portofino/simulator'

/** The last price that the source has of each asset, also after the period that was asked about. */
export async function lastPrices(
  source: MarketDataSource,
  { histories }: Pick<LoadedPrices, 'histories'>,
  { assets, today, signal }: { assets: readonly string[]; today: Day; signal: AbortSignal },
): Promise<LastPrice[]> {
  const prices: LastPrice[] = []
  for (const asset of assets) {
    const known = histories.get(asset)!
    const from = known.adjusted.days.at(-1) ?? today
    const newer = from < today ? await source.history({ instrument: known.instrument, from, to: today, signal }) : known
    prices.push(lastPrice(newer) ?? lastPrice(known)!)
  }
  return prices
}
