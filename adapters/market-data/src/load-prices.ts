import { createHash } from 'node:crypto'
import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { dayNumber, tradingCalendar } from '@portofino/market'
import type { MarketDataSource } from './market-data-source.ts'

export interface PriceOrder {
  /** The period of the run, both ends included. */
  from: Day
  to: Day
  /** After each instrument. */
  onProgress?: (loaded: number, total: number) => void
  signal?: AbortSignal
}

export interface LoadedPrices {
  /** By symbol. Everything that the source has up to `to`, however long before `from`. */
  histories: Map<string, PriceHistory>
  /** By market: days of the period with a stored price, for markets whose calendar is unknown or begins after `from`. */
  marketSessions: Map<string, Int32Array>
  /** What the prices were: `version` is SHA-256 in hex over the sorted lines `symbol version`, `asOf` the oldest of the histories'. */
  data: { version: string; source: string; asOf: string }
}

const atOnce = 4
/** Before any market's first price. */
const beginning = dayNumber(1600, 1, 1)

/**
 * All prices that a run needs, a few at a time. History reaches back to the first price, so that a share that listed late is told from
 * one that merely did not trade on the first day. The first fault cancels the rest.
 *
 * @param instruments legs, benchmark and risk-free instrument; doubles are loaded once
 */
export async function loadPrices(
  source: MarketDataSource,
  instruments: readonly Instrument[],
  order: PriceOrder,
): Promise<LoadedPrices> {
  const stop = new AbortController()
  const signal = order.signal === undefined ? stop.signal : AbortSignal.any([order.signal, stop.signal])
  const wanted = [...new Map(instruments.map((instrument) => [instrument.symbol, instrument])).values()]
  const histories = new Map<string, PriceHistory>()
  const waiting = wanted.values()

  async function loadWaiting(): Promise<void> {
    for (const instrument of waiting) {
      const history = await source.history({ instrument, from: beginning, to: order.to, signal })
      signal.throwIfAborted()
      histories.set(instrument.symbol, history)
      order.onProgress?.(histories.size, wanted.length)
    }
  }
  try {
    signal.throwIfAborted()
    await Promise.all(Array.from({ length: atOnce }, loadWaiting))
  } catch (fault) {
    stop.abort(fault)
    throw fault
  }
  const ordered = new Map(wanted.map(({ symbol }) => [symbol, histories.get(symbol)!]))
  return {
    histories: ordered,
    marketSessions: await sessionsByMarket(source, wanted, order),
    data: dataStamp(source.name, ordered),
  }
}

async function sessionsByMarket(
  source: MarketDataSource,
  instruments: readonly Instrument[],
  { from, to }: PriceOrder,
): Promise<Map<string, Int32Array>> {
  const markets = new Set<string>()
  for (const { market, calendar } of instruments) {
    const knownFrom = calendar === null ? undefined : tradingCalendar(calendar)?.knownFrom
    if (market !== null && (knownFrom === undefined || knownFrom > from)) markets.add(market)
  }
  const sessions = new Map<string, Int32Array>()
  for (const market of markets) sessions.set(market, await source.sessions(market, { from, to }))
  return sessions
}

function dataStamp(source: string, histories: Map<string, PriceHistory>): LoadedPrices['data'] {
  const lines = [...histories].map(([symbol, { version }]) => `${symbol} ${version}`).toSorted()
  const asOf = [...histories.values()].map((history) => history.asOf).toSorted()[0] ?? ''
  return { version: createHash('sha256').update(lines.join('\n')).digest('hex'), source, asOf }
}
