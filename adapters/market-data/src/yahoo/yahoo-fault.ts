import type { MarketDataErrorCode } from '../market-data-error.ts'
import { MarketDataError } from '../market-data-error.ts'

export interface YahooFault {
  symbol: string | null
  /** What Yahoo does or did, as the rest of a sentence that begins with its name. */
  what: string
  retryAfter?: number | null
  cause?: unknown
}

/** A fault of this provider; the message says that nothing of the reply was taken. */
export function yahooFault(code: MarketDataErrorCode, { symbol, what, retryAfter, cause }: YahooFault): MarketDataError {
  const message = `Yahoo ${what}.${symbol === null ? '' : ` No price of ${symbol} was taken.`}`
  const wait = typeof retryAfter === 'number' ? { retryAfterMs: retryAfter } : {}
  return new MarketDataError(message, { code, source: 'yahoo', symbol, ...wait }, cause)
}
