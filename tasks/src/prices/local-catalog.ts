import { describeAssets, listAssets, searchAssets, type Tables } from '@portofino/database'
import type { Catalog, Instrument } from '@portofino/market'
import { MarketDataError, type MarketDataSource } from '@portofino/market-data'
import type { Kysely } from 'kysely'
import { notedInstrument } from './noted-instrument.ts'

export interface LocalCatalogOptions {
  db: Kysely<Tables>
  otherSources: string
  /** Milliseconds since 1970. */
  now: () => number
}

/** So long a description without prices is believed. */
const believedMs = 7 * 86_400_000
const mostFound = 20
/** With fewer matches of our own a provider is asked for more. */
const fewFound = 5
const searchMs = 3000

/**
 * A provider whose instruments are noted when it describes them, for all hosts: what is known is not asked again, so commands are checked and
 * symbols found without it.
 */
export function localCatalog(source: MarketDataSource, options: LocalCatalogOptions): MarketDataSource {
  return {
    name: source.name,
    history: async (request) => source.history(request),
    sessions: async (market, range) => source.sessions(market, range),
    search: async (query, signal) => searched(source, options, { query, signal }),

    async describe(given, signal) {
      const symbol = given.toUpperCase()
      const { known, asked } = await lookedUp(source, options, { symbols: [symbol], signal })
      return [...known, ...(asked?.find(symbol) ?? [])]
    },

    async catalog(given, signal) {
      const symbols = Array.from(new Set(given.map((symbol) => symbol.toUpperCase())))
      const { known, asked } = await lookedUp(source, options, { symbols, signal })
      const bySymbol = Map.groupBy(known, ({ symbol }) => symbol)
      return {
        source: source.name,
        otherSources: options.otherSources,
        find: (symbol) => bySymbol.get(symbol.toUpperCase()) ?? asked?.find(symbol) ?? [],
        instruments: () => [...known, ...(asked?.instruments() ?? [])].values(),
      }
    },
  }
}

interface LookUp {
  known: Instrument[]
  /** What the provider said of the others; null when it was not needed, or did not answer and all are known from earlier. */
  asked: Catalog | null
}

async function lookedUp(
  source: MarketDataSource,
  options: LocalCatalogOptions,
  { symbols, signal }: { symbols: readonly string[]; signal: AbortSignal | undefined },
): Promise<LookUp> {
  const { fresh, stale } = await noted(source.name, symbols, options)
  const unknown = symbols.filter((symbol) => !fresh.some((instrument) => instrument.symbol === symbol))
  if (unknown.length === 0) return { known: fresh, asked: null }
  try {
    const asked = await source.catalog(unknown, signal)
    const described = unknown.flatMap((symbol) => asked.find(symbol))
    await describeAssets(options.db, source.name, described)
    return { known: fresh, asked }
  } catch (cause) {
    const fault = faultOfAnswer(source, cause)
    const isNoted = unknown.every((symbol) => stale.some((instrument) => instrument.symbol === symbol))
    if (!(fault instanceof MarketDataError) || !isNoted) throw fault
    return { known: [...fresh, ...stale], asked: null }
  }
}

async function noted(
  source: string,
  symbols: readonly string[],
  { db, now }: LocalCatalogOptions,
): Promise<{ fresh: Instrument[]; stale: Instrument[] }> {
  const assets = await listAssets(db, source, symbols)
  const isFresh = assets.map(({ prices, updatedAt }) => prices !== null || now() - updatedAt.getTime() < believedMs)
  const instruments = assets.map(notedInstrument)
  return { fresh: instruments.filter((_, k) => isFresh[k]), stale: instruments.filter((_, k) => !isFresh[k]) }
}

/** Ours first; the provider is asked when these are few, and may be late or away. */
async function searched(
  source: MarketDataSource,
  { db }: LocalCatalogOptions,
  { query, signal }: { query: string; signal: AbortSignal | undefined },
): Promise<Instrument[]> {
  const ours = (await searchAssets(db, { source: source.name, text: query, limit: mostFound })).map(notedInstrument)
  if (ours.length >= fewFound || ours[0]?.symbol === query.trim().toUpperCase()) return ours
  const late = AbortSignal.timeout(searchMs)
  const either = signal === undefined ? late : AbortSignal.any([late, signal])
  const theirs = await source.search(query, either).catch((cause: unknown) => {
    const fault = faultOfAnswer(source, cause)
    if (fault instanceof MarketDataError && ours.length > 0) return []
    throw fault
  })
  const isOurs = ({ symbol, market }: Instrument) => ours.some((each) => each.symbol === symbol && each.market === market)
  return [...ours, ...theirs.filter((instrument) => !isOurs(instrument))].slice(0, mostFound)
}

/** Who asked may have set a time; that it is over says that the provider is slow. */
function faultOfAnswer({ name }: MarketDataSource, cause: unknown): unknown {
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
  if (!isLate) return cause
  const message = `${name} does not say in time which symbols it has; try again later`
  return new MarketDataError(message, { code: 'unavailable', source: name, symbol: null }, cause)
}
