import type { Instrument, PriceHistory, PriceSeries } from '@portofino/market'
import { parseIsoDate } from '@portofino/market'
import { parse } from '@portofino/strategy'
import type { SimulationRequest } from './request.ts'

/** Prices made up for a test: an instrument and its closes by date, or from a first day on every day. */
export type InventedPrices = Partial<Instrument> & { delisting?: InventedDelisting } & (DatedCloses | DailyCloses)

interface InventedDelisting {
  /** The last session. */
  on: string
  return: number
}

interface DatedCloses {
  closes: Readonly<Record<string, number>>
}

interface DailyCloses {
  from: string
  daily: readonly number[]
}

/** A request as the caller of `simulate` would build it. Instruments trade every day, in USD, unless they say otherwise. */
export function inventedRequest(
  command: string,
  prices: Readonly<Record<string, InventedPrices>>,
  marketSessions: ReadonlyMap<string, Int32Array> = new Map(),
): SimulationRequest {
  const { ast, diagnostics } = parse(command)
  if (ast === null)
    throw new Error(`Cannot invent a request: ${diagnostics.map(({ message }) => message).join('; ')}, got ${command}`)
  const histories = new Map(Object.entries(prices).map(([symbol, invented]) => [symbol, inventedHistory(symbol, invented)]))
  const data = { version: 'invented', source: 'invented', asOf: '2020-01-01' }
  return { program: ast, histories, marketSessions, notes: diagnostics, data, sha256: (text) => `sha256 of ${text}` }
}

function inventedHistory(symbol: string, { delisting, ...prices }: InventedPrices): PriceHistory {
  const { adjusted, metadata } = 'closes' in prices ? datedCloses(prices) : dailyCloses(prices)
  const instrument: Instrument = {
    symbol,
    name: `${symbol} Inc.`,
    market: 'INVENTED',
    calendar: 'everyday',
    currency: 'USD',
    returns: 'total',
    first: null,
    last: null,
    ...metadata,
  }
  const actions =
    delisting === undefined ? [] : [{ type: 'delisting' as const, day: inventedDay(delisting.on), return: delisting.return }]
  return { instrument, adjusted, raw: null, actions, source: 'invented', asOf: '2020-01-01', version: symbol }
}

interface InventedParts {
  adjusted: PriceSeries
  metadata: Partial<Instrument>
}

function datedCloses({ closes, ...metadata }: Partial<Instrument> & DatedCloses): InventedParts {
  const days = Int32Array.from(Object.keys(closes), inventedDay)
  return { adjusted: { days, closes: Float64Array.from(Object.values(closes)) }, metadata }
}

function dailyCloses({ from, daily, ...metadata }: Partial<Instrument> & DailyCloses): InventedParts {
  const first = inventedDay(from)
  return { adjusted: { days: Int32Array.from(daily, (_, i) => first + i), closes: Float64Array.from(daily) }, metadata }
}

function inventedDay(date: string): number {
  const day = parseIsoDate(date)
  if (day === null) throw new Error(`Cannot invent prices: a date is wanted, got "${date}"`)
  return day
}
