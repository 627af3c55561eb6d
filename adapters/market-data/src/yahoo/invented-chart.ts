/** Test support: replies in the form of Yahoo's chart address, with prices of our own invention. */

export interface InventedRow {
  /** When the row is stamped, ISO 8601. */
  at: string
  close: number | null
  open?: number | null
  high?: number | null
  low?: number | null
  volume?: number | null
  adjusted?: number | null
}

export interface InventedChart {
  rows: readonly InventedRow[]
  /** Replace or, with undefined, remove fields of `meta`. */
  meta?: Record<string, unknown>
  dividends?: readonly { at: string; amount: number }[]
  splits?: readonly { at: string; numerator: number; denominator: number }[]
}

export const seconds = (at: string): number => Date.parse(at) / 1000

const column = (rows: readonly InventedRow[], name: 'open' | 'high' | 'low'): (number | null)[] =>
  rows.map((row) => (row[name] === undefined ? row.close : row[name]))

/** The body as an object; a New York share in dollars unless `meta` says otherwise. */
export function inventedChart({ rows, meta = {}, dividends = [], splits = [] }: InventedChart): Record<string, unknown> {
  const events = { dividends: byMoment(dividends), splits: byMoment(splits) }
  const prices = { timestamp: rows.map(({ at }) => seconds(at)), events, indicators: inventedIndicators(rows) }
  const nothing = { indicators: { quote: [{}], adjclose: [{}] } }
  const result = { meta: { ...inventedMeta(rows), ...meta }, ...(rows.length === 0 ? nothing : prices) }
  return { chart: { result: [result], error: null } }
}

function inventedMeta(rows: readonly InventedRow[]): Record<string, unknown> {
  const stamps = rows.map(({ at }) => seconds(at))
  const latest = stamps.length === 0 ? 0 : Math.max(...stamps)
  return {
    symbol: 'ACME',
    longName: 'Acme Rockets',
    currency: 'USD',
    exchangeName: 'NYQ',
    instrumentType: 'EQUITY',
    exchangeTimezoneName: 'America/New_York',
    gmtoffset: -18_000,
    dataGranularity: '1d',
    firstTradeDate: stamps[0] ?? null,
    regularMarketTime: latest === 0 ? null : latest,
    currentTradingPeriod: { regular: { start: latest, end: latest + 6.5 * 3600 } },
  }
}

function inventedIndicators(rows: readonly InventedRow[]): Record<string, unknown> {
  const quote = {
    open: column(rows, 'open'),
    high: column(rows, 'high'),
    low: column(rows, 'low'),
    close: rows.map(({ close }) => close),
    volume: rows.map(({ volume }) => (volume === undefined ? 1000 : volume)),
  }
  const hasAdjusted = rows.some(({ adjusted }) => adjusted !== undefined)
  return { quote: [quote], ...(hasAdjusted ? { adjclose: [{ adjclose: rows.map(({ adjusted }) => adjusted ?? null) }] } : {}) }
}

function byMoment(events: readonly { at: string }[]): Record<string, unknown> {
  return Object.fromEntries(events.map(({ at, ...event }) => [seconds(at), { date: seconds(at), ...event }]))
}

/** What Yahoo's search gives for these symbols. */
export function inventedSearch(symbols: readonly string[]): Record<string, unknown> {
  const quotes = symbols.map((symbol) => ({ symbol, exchange: 'NYQ', quoteType: 'EQUITY', shortname: `${symbol} Works` }))
  return { quotes, news: [] }
}

/** Yahoo's own error form. */
export function inventedRefusal(code: string, description: string): Record<string, unknown> {
  return { chart: { result: null, error: { code, description } } }
}
