import { listedSource } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { priceCollection, type CollectedInstrument } from '../store/price-collection.ts'
import { StoreDamage } from '../store/store-damage.ts'

export interface ImportedSourceOptions {
  storeFolder: string
  otherSources: string
}

/** Prices that `importCsvFolder` stored under this name; null when it never did. */
export async function openImportedSource(
  name: string,
  { storeFolder, otherSources }: ImportedSourceOptions,
): Promise<MarketDataSource | null> {
  const collection = priceCollection(storeFolder, name)
  const list = await explained(name, () => collection.list())
  if (list === null) return null
  const collected = new Map<CollectedInstrument['instrument'], CollectedInstrument>(
    list.map((entry) => [entry.instrument, entry]),
  )
  const instruments = [...collected.keys()]
  return listedSource({
    name,
    otherSources,
    instruments,
    load: async (instrument) => explained(name, () => collection.read(collected.get(instrument)!)),
  })
}

async function explained<T>(source: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (!(cause instanceof StoreDamage)) throw cause
    const message = `${cause.message}; import the CSV folder of ${source} again`
    throw new MarketDataError(message, { code: 'malformed', source, symbol: null }, cause)
  }
}
