import { isoDate, type Catalog, type Day, type Instrument } from '@portofino/market'
import { historyWithin } from '../history-within.ts'
import { unionOfDays } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { HistoryRequest, MarketDataSource } from '../market-data-source.ts'
import type { PriceStore, StoredHistory } from './price-store.ts'
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
  const { store, otherSources, now, onRefresh } = options

  async function storedOrFetched(request: HistoryRequest): Promise<StoredHistory> {
    request.signal?.throwIfAborted()
    const stored = await store.read(request.instrument).catch(nothingIfDamaged)
    if (stored !== null && answers(stored, request, now())) return stored
    // Until today, however early the request ends: then later requests find all they need, and versions do not depend on who asked first.
    const to = Math.max(request.to, Math.floor(now() / dayMs))
    const refreshed = await refresh(source, store, { ...request, to }).catch(async (fault: unknown) => {
      throw explained(fault, {
        provider: source.name,
        symbol: request.instrument.symbol,
        kept: await keptOf(store, request.instrument),
      })
    })
    onRefresh?.(refreshed.report)
    return refreshed.stored
  }

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

function answers(stored: StoredHistory, { from, to }: { from: Day; to: Day }, now: number): boolean {
  if (from < stored.from) return false
  return to <= settledDay(stored) || (to <= stored.to && now - Date.parse(stored.history.asOf) < freshForMs)
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

interface Failure {
  provider: string
  symbol: string
  kept: string
}

function explained(fault: unknown, { provider, symbol, kept }: Failure): unknown {
  if (fault instanceof MarketDataError) {
    const { code, source, retryAfterMs } = fault
    const retry = retryAfterMs === null ? {} : { retryAfterMs }
    return new MarketDataError(`${fault.message}; ${kept}`, { code, source, symbol: fault.symbol, ...retry }, fault)
  }
  if (isDiskFault(fault)) {
    const message = `The prices of ${symbol} from ${provider} cannot be stored (${fault.message}); make room or choose another data folder; ${kept}`
    return new MarketDataError(message, { code: 'unavailable', source: provider, symbol }, fault)
  }
  return fault
}

async function keptOf(store: PriceStore, { symbol, market }: Instrument): Promise<string> {
  try {
    const days = (await store.read({ symbol, market }))?.history.adjusted.days
    if (days === undefined || days.length === 0) return `no prices of ${symbol} were stored before`
    return `the stored prices of ${symbol} from ${isoDate(days[0]!)} to ${isoDate(days.at(-1)!)} were kept`
  } catch (fault) {
    return `the stored prices of ${symbol} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`
  }
}

function isDiskFault(fault: unknown): fault is Error & { code: string } {
  return fault instanceof Error && 'code' in fault && 'syscall' in fault
}
