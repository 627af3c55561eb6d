import type { MarketDataSource } from './market-data-source.ts'

export interface MarketDataOptions {
  /** Folder of the price store, made when needed; used by `yahoo` and imported folders. */
  storeFolder: string
  /** One sentence for faults: how the caller's user names another source. */
  otherSources: string
}

/** What `openMarketData` understands, for help texts and messages. */
export const marketDataForms: readonly string[] = ['sample', 'csv:DIR']

/**
 * Opens the source that a text names. An unknown text is a RangeError; a folder that is missing or faulty is a `MarketDataError`.
 *
 * @param spec `sample` or `csv:DIR`
 */
export async function openMarketData(spec: string, options: MarketDataOptions): Promise<MarketDataSource> {
  // Imported where needed: a run on the sample prices need not wait for the code of the others.
  if (spec === 'sample') return (await import('./sample/sample-source.ts')).openSampleSource(options)
  if (spec.startsWith('csv:') && spec.length > 4)
    return (await import('./csv/csv-source.ts')).openCsvSource(spec.slice(4), options)
  throw new RangeError(`Cannot open market data: the source must be one of ${marketDataForms.join(', ')}, got "${spec}"`)
}
