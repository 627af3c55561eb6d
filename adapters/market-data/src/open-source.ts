import type { MarketDataSource } from './market-data-source.ts'
import type { PriceStore } from './store/price-store.ts'
import type { RefreshReport } from './store/refresh.ts'

export interface MarketDataOptions {
  /** Folder of the price store, made when needed: what was fetched or imported. */
  storeFolder: string
  /** One sentence for faults: how the caller's user names another source. */
  otherSources: string
  /** After each fetch into the store: what it did and what looks wrong in the prices. */
  onRefresh?: (report: RefreshReport) => void
  /** Keeps what is fetched, instead of files in the folder. */
  store?: PriceStore
  /** Milliseconds since 1970, UTC. */
  now?: () => number
  /** Instead of the network. */
  fetch?: typeof fetch
  /** How often a provider that fails is asked. */
  attempts?: number
}

/** What `openMarketData` understands, for help texts and messages. */
export const marketDataForms: readonly string[] = ['sample', 'csv:DIR', 'yahoo', 'synthetic:SEED']

/** Whether a text has one of these forms; what it names may still be missing or faulty. */
export function isMarketDataForm(spec: string): boolean {
  return /^(sample|yahoo|csv:.+|synthetic(:\d+)?)$/s.test(spec)
}

/**
 * Opens the source that a text names. An unknown text is a RangeError; a folder that is missing or faulty is a `MarketDataError`.
 *
 * ```ts
 * const sample = await openMarketData('sample', { storeFolder: 'data/prices', otherSources: 'Use --data csv:DIR for your own prices.' })
 * const [apple] = await sample.describe('AAPL')
 * assert.equal(apple?.name, 'Apple Inc.')
 * ```
 *
 * @param spec `sample`; `csv:DIR` with a folder or the name of an import; `yahoo`, behind the price store; `synthetic`, or
 *   `synthetic:SEED` for other prices of the same invented market
 */
export async function openMarketData(spec: string, options: MarketDataOptions): Promise<MarketDataSource> {
  // Imported where needed: a run on the sample prices need not wait for the code of the others.
  if (spec === 'sample') return (await import('./sample/sample-source.ts')).openSampleSource(options)
  if (spec === 'yahoo') return openYahoo(options)
  if (/^synthetic(:\d+)?$/.test(spec)) return openSynthetic(spec.slice('synthetic:'.length), options)
  if (spec.startsWith('csv:') && spec.length > 4)
    return (await import('./csv/csv-source.ts')).openCsvSource(spec.slice(4), options)
  throw new RangeError(`Cannot open market data: the source must be one of ${marketDataForms.join(', ')}, got "${spec}"`)
}

/** @param seed its digits; empty for the usual one */
async function openSynthetic(seed: string, { otherSources }: MarketDataOptions): Promise<MarketDataSource> {
  const { syntheticSource, isSeed } = await import('./synthetic/synthetic-source.ts')
  if (seed === '') return syntheticSource({ otherSources })
  if (isSeed(Number(seed))) return syntheticSource({ otherSources, seed: Number(seed) })
  const { MarketDataError } = await import('./market-data-error.ts')
  const message = `synthetic:${seed.slice(0, 40)} is no market that could be invented; the seed must be a whole number within 0..4294967295`
  throw new MarketDataError(message, { code: 'not_found', source: 'synthetic', symbol: null })
}

async function openYahoo(options: MarketDataOptions): Promise<MarketDataSource> {
  const [{ yahooSource }, { storedSource }, { priceStore }] = await Promise.all([
    import('./yahoo/yahoo-source.ts'),
    import('./store/stored-source.ts'),
    import('./store/price-store.ts'),
  ])
  const { storeFolder, now = Date.now, store = priceStore(storeFolder, 'yahoo'), ...rest } = options
  return storedSource(yahooSource({ ...rest, now }), { ...rest, now, store })
}
