import { createHash } from 'node:crypto'
import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { tradingCalendar } from '@portofino/market'
import { beginning } from './beginning.ts'
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
  /** By the caller's key. Everything that the source has up to `to`, however long before `from`. */
  histories: Map<string, PriceHistory>
  /** By market: days with a stored price, from a month before the period on, for markets whose calendar is unknown or begins after that. */
  marketSessions: Map<string, Int32Array>
  /** What the prices were: `version` is SHA-256 in hex over the sorted lines `symbol version`, `asOf` the oldest of the histories'. */
  data: { version: string; source: string; asOf: string }
}

const atOnce = 4
/** In days; no market was closed for longer. */
const longestClosure = 31

/**
 * All prices that a run needs, a few at a time. History reaches back to the first price, so that a share that listed late is told from
 * one that merely did not trade on the first day. The first fault cancels the rest.
 *
 * @param instruments of legs, benchmark and risk-free rate, by a key of the caller, which the histories keep
 */
export async function loadPrices(
  source: MarketDataSource,
  instruments: ReadonlyMap<string, Instrument>,
  order: PriceOrder,
): Promise<LoadedPrices> {
  const stop = new AbortController()
  const signal = order.signal === undefined ? stop.signal : AbortSignal.any([order.signal, stop.signal])
  const histories = new Map<string, PriceHistory>()
  const waiting = instruments.entries()

  async function loadWaiting(): Promise<void> {
    for (const [key, instrument] of waiting) {
      const history = await source.history({ instrument, from: beginning, to: order.to, signal })
      signal.throwIfAborted()
      histories.set(key, history)
      order.onProgress?.(histories.size, instruments.size)
    }
  }
  try {
    signal.throwIfAborted()
    await Promise.all(Array.from({ length: atOnce }, loadWaiting))
  } catch (fault) {
    stop.abort(fault)
    throw fault
  }
  const inOrder = new Map([...instruments.keys()].map((key) => [key, histories.get(key)!]))
  const marketSessions = await sessionsByMarket(source, [...instruments.values()], order)
  return { histories: inOrder, marketSessions, data: dataStamp(source.name, [...inOrder.values()]) }
}

async function sessionsByMarket(
  source: MarketDataSource,
  instruments: readonly Instrument[],
  { from, to }: PriceOrder,
): Promise<Map<string, Int32Array>> {
  const range = { from: from - longestClosure, to }
  const markets = new Set<string>()
  for (const { market, calendar } of instruments) {
    const knownFrom = calendar === null ? undefined : tradingCalendar(calendar)?.knownFrom
    if (market !== null && (knownFrom === undefined || knownFrom > range.from)) markets.add(market)
  }
  const sessions = new Map<string, Int32Array>()
  for (const market of markets) sessions.set(market, await source.sessions(market, range))
  return sessions
}

function dataStamp(source: string, histories: readonly PriceHistory[]): LoadedPrices['data'] {
  const lines = histories.map(({ instrument, version }) => `${instrument.symbol} ${version}`).toSorted()
  const asOf = histories.map((history) => history.asOf).toSorted()[0] ?? ''
  return { version: createHash('sha256').update(lines.join('\n')).digest('hex'), source, asOf }
}
