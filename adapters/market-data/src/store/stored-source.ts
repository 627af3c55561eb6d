import { type Catalog, type Day, type Instrument } from '@portofino/market'
import { beginning } from '../beginning.ts'
import { historyWithin } from '../history-within.ts'
import { unionOfDays } from '../listed-source.ts'
import type { HistoryRequest, MarketDataSource } from '../market-data-source.ts'
import type { PriceStore, StoredHistory } from './price-store.ts'
import { failedRefresh } from './failed-refresh.ts'
import { refresh, settledDay, type RefreshReport } from './refresh.ts'
import { StoreDamage } from './store-damage.ts'

export interface StoredSourceOptions {
  store: PriceStore
  /** One sentence: how to use another source. */
  otherSources: string
  /** Milliseconds since 1970, UTC. */
  now: () => number
  onRefresh?: (report: RefreshReport) => void
}

/** So long a fetch answers for the session that may be going on. */
const freshForMs = 600_000
const dayMs = 86_400_000

/**
 * A provider behind the price store: what is stored answers without asking, the rest is fetched, stored and answered from there.
 * When the provider fails, nothing stored changes, and the error says what was kept.
 */
export function storedSource(source: MarketDataSource, options: StoredSourceOptions): MarketDataSource {
  const { store, otherSources } = options

  const storedOrFetched = storedPrices(source, options)

  async function storedInstruments(symbols: readonly string[]): Promise<Instrument[]> {
    const pointers = await store.pointers(symbols.map((symbol) => symbol.toUpperCase()))
    return pointers.map(({ instrument }) => instrument)
  }

  return {
    name: source.name,
    search: async (query, signal) => source.search(query, signal),
    history: async (request) => historyWithin((await storedOrFetched(request)).history, request),

    async describe(symbol, signal) {
      const stored = await storedInstruments([symbol])
      return stored.length > 0 ? stored : source.describe(symbol, signal)
    },

    async catalog(symbols, signal) {
      const stored = await storedInstruments(symbols)
      const unknown = symbols.filter((symbol) => !stored.some((instrument) => instrument.symbol === symbol.toUpperCase()))
      const asked = unknown.length > 0 ? await source.catalog(unknown, signal) : null
      return joinedCatalog({ source: source.name, otherSources, stored, asked })
    },

    async sessions(market, range) {
      const pointers = await store.pointers()
      const ofMarket = pointers.filter(({ instrument }) => instrument.market === market)
      const stored = await Promise.all(ofMarket.map(({ instrument }) => store.read(instrument).catch(nothingIfDamaged)))
      const columns = stored.flatMap((found) => (found === null ? [] : [found.history.adjusted.days]))
      return unionOfDays(columns, range)
    },
  }
}

/** The prices of an instrument as they are stored, fetched before where those do not answer the request. */
function storedPrices(
  source: MarketDataSource,
  { store, now, onRefresh }: StoredSourceOptions,
): (request: HistoryRequest) => Promise<StoredHistory> {
  async function storedAnswer(place: PriceStore, request: HistoryRequest): Promise<StoredHistory | null> {
    const stored = await place.read(request.instrument).catch(nothingIfDamaged)
    return stored !== null && answers(stored, request, now()) ? stored : null
  }

  async function storedOrFetched(request: HistoryRequest): Promise<StoredHistory> {
    const { instrument, signal } = request
    signal?.throwIfAborted()
    const stored = await storedAnswer(store, request)
    if (stored !== null) return stored
    if (store.inTurn === undefined) return fetched(store, request)
    // Whoever had the turn before may have fetched what is wanted.
    const work = async (place: PriceStore) => (await storedAnswer(place, request)) ?? fetched(place, request)
    return store.inTurn(instrument, { work, signal })
  }

  async function fetched(place: PriceStore, request: HistoryRequest): Promise<StoredHistory> {
    // All there is until today, however little is asked for: then later requests find what they need, and versions do not depend on who
    // asked first.
    const to = Math.max(request.to, Math.floor(now() / dayMs))
    const wanted = { ...request, from: Math.min(request.from, beginning), to }
    const refreshed = await refresh(source, place, wanted).catch(async (fault: unknown) => {
      throw await failedRefresh(fault, { provider: source.name, instrument: request.instrument, store: place })
    })
    onRefresh?.(refreshed.report)
    return refreshed.stored
  }

  return storedOrFetched
}

function answers(stored: StoredHistory, { from, to }: { from: Day; to: Day }, now: number): boolean {
  const age = now - Date.parse(stored.history.asOf)
  // What was fetched in the future was fetched with a wrong clock, and may hold what was no close yet.
  if (from < stored.from || age < 0) return false
  return to <= settledDay(stored) || (to <= stored.to && age < freshForMs)
}

function joinedCatalog({
  source,
  otherSources,
  stored,
  asked,
}: {
  source: string
  otherSources: string
  stored: Instrument[]
  asked: Catalog | null
}): Catalog {
  const storedSymbols = Map.groupBy(stored, ({ symbol }) => symbol)
  return {
    source,
    otherSources,
    find: (symbol) => storedSymbols.get(symbol.toUpperCase()) ?? asked?.find(symbol) ?? [],
    instruments: () => [...stored, ...(asked?.instruments() ?? [])].values(),
  }
}

/** A refresh replaces what is damaged and reports it. */
function nothingIfDamaged(fault: unknown): null {
  if (fault instanceof StoreDamage) return null
  throw fault
}
