import type { MarketDataErrorCode } from '../market-data-error.ts'
import { MarketDataError } from '../market-data-error.ts'

export interface YahooFault {
  symbol: string | null
  /** What Yahoo does or did, as the rest of a sentence that begins with its name. */
  what: string
  retryAfter?: number | null
  cause?: unknown
}

/** A fault of this provider. The message is one sentence without its period: who keeps prices adds what was kept. */
export function yahooFault(code: MarketDataErrorCode, { symbol, what, retryAfter, cause }: YahooFault): MarketDataError {
  const message = `Yahoo${symbol === null ? '' : `, asked for ${symbol},`} ${what}`
  const wait = typeof retryAfter === 'number' ? { retryAfterMs: retryAfter } : {}
  return new MarketDataError(message, { code, source: 'yahoo', symbol, ...wait }, cause)
}
