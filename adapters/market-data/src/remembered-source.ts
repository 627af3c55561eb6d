import type { Day, PriceHistory } from '@portofino/market'
import { historyWithin } from './history-within.ts'
import type { HistoryRequest, MarketDataSource } from './market-data-source.ts'
import { sharedHistory } from './shared-history.ts'

export interface RememberedOptions {
  /** So long an answer is given again without asking. */
  freshForMs: number
  /** How many instruments are remembered; the one that was asked for longest ago is forgotten first. */
  instruments: number
  /** Milliseconds since 1970. */
  now: () => number
}

interface Remembered {
  from: Day
  to: Day
  since: number
  /** Its columns lie in shared memory: they reach other threads without being copied. */
  history: Promise<PriceHistory>
}

/** A source whose histories stay in memory for a while. Who asks for one that is being loaded waits for it; a failure is not remembered. */
export function rememberedSource(
  source: MarketDataSource,
  { freshForMs, instruments, now }: RememberedOptions,
): MarketDataSource {
  const memory = new Map<string, Remembered>()
  const sessions = new Map<string, { since: number; days: Promise<Int32Array> }>()

  function load(key: string, { instrument, from, to }: HistoryRequest): Remembered {
    // Without the signal of who asked first: others may wait for the answer.
    const history = source.history({ instrument, from, to }).then(sharedHistory)
    const remembered = { from, to, since: now(), history }
    history.catch(() => {
      if (memory.get(key) === remembered) memory.delete(key)
    })
    return remembered
  }

  return {
    name: source.name,
    search: async (query, signal) => source.search(query, signal),
    describe: async (symbol, signal) => source.describe(symbol, signal),
    catalog: async (symbols, signal) => source.catalog(symbols, signal),

    async sessions(market, range) {
      const key = `${market} ${range.from} ${range.to}`
      const known = sessions.get(key)
      if (known !== undefined && now() - known.since < freshForMs) return known.days
      const days = source.sessions(market, range)
      days.catch(() => sessions.delete(key))
      sessions.delete(key)
      sessions.set(key, { since: now(), days })
      if (sessions.size > instruments) sessions.delete(sessions.keys().next().value!)
      return days
    },

    async history(request) {
      request.signal?.throwIfAborted()
      const key = `${request.instrument.symbol} ${request.instrument.market}`
      const known = memory.get(key)
      const answers = known && known.from <= request.from && known.to >= request.to && now() - known.since < freshForMs
      const remembered = answers ? known : load(key, request)
      memory.delete(key)
      memory.set(key, remembered)
      if (memory.size > instruments) memory.delete(memory.keys().next().value!)
      return historyWithin(await untilAborted(remembered.history, request.signal), request)
    },
  }
}

async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
