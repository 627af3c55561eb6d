export type MarketDataErrorCode = 'not_found' | 'rate_limited' | 'unavailable' | 'unauthorized' | 'malformed'

export interface MarketDataFault {
  code: MarketDataErrorCode
  source: string
  /** Null when the fault is not about one symbol: a missing folder, an unreachable host. */
  symbol: string | null
  /** Only with `rate_limited`, when the provider said how long. */
  retryAfterMs?: number
}

/** A fault of the world outside: which provider, which symbol, and in the message what was kept and what to do. */
export class MarketDataError extends Error {
  readonly code: MarketDataErrorCode
  readonly source: string
  readonly symbol: string | null
  readonly retryAfterMs: number | null

  constructor(message: string, { code, source, symbol, retryAfterMs }: MarketDataFault, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'MarketDataError'
    this.code = code
    this.source = source
    this.symbol = symbol
    this.retryAfterMs = retryAfterMs ?? null
  }
}
