import { type Catalog, type Day, type Instrument, parseIsoDate } from '@portofino/market'
import { instrumentKey, instrumentsOf, type Program } from '@portofino/strategy'
import { type LoadedPrices, loadPrices, type PriceOrder } from './load-prices.ts'
import type { MarketDataSource } from './market-data-source.ts'

/** All prices that a resolved command needs, by `instrumentKey`. Throws `MarketDataError` when they cannot be had. */
export async function programPrices(
  source: MarketDataSource,
  { program, catalog }: { program: Program; catalog: Catalog },
  watch: Pick<PriceOrder, 'onProgress' | 'signal'> = {},
): Promise<LoadedPrices> {
  return loadPrices(source, instrumentsByKey(program, catalog), { ...periodOf(program), ...watch })
}

/** `resolve` has made sure that each is known in exactly one market, or in the one that was written. */
function instrumentsByKey(program: Program, catalog: Catalog): Map<string, Instrument> {
  const byKey = new Map<string, Instrument>()
  for (const reference of instrumentsOf(program)) {
    const { market } = reference
    const instrument = catalog.find(reference.symbol).find((listed) => market === null || listed.market === market)
    if (instrument) byKey.set(instrumentKey(reference), instrument)
  }
  return byKey
}

function periodOf({ portfolios: [{ period }] }: Program): { from: Day; to: Day } {
  return { from: dayOf(period.from), to: dayOf(period.to) }
}

function dayOf(iso: string): Day {
  const day = parseIsoDate(iso)
  if (day === null) throw new RangeError(`Cannot load prices: a resolved date must be YYYY-MM-DD, got ${iso}`)
  return day
}
