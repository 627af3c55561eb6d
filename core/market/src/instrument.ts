import type { Day } from './day.ts'

/** Something with a price of its own, a share, an index, a coin; or a yield. Metadata only, never prices. */
export interface Instrument {
  /** Upper case, as typed in a command: `AAPL`, `BRK-B`, `^GSPC`. */
  symbol: string
  name: string
  /** ISO 10383 market identifier, such as `XNYS`; a provider's own name where none exists (`CRYPTO`); null for an index. */
  market: string | null
  /**
   * The trading calendar it follows: an id that `tradingCalendar` knows (`XNYS`, `XNAS`, `everyday`),
   * or null when unknown, in which case the stored prices of its market tell the sessions.
   */
  calendar: string | null
  /** ISO 4217. */
  currency: string
  /**
   * What its closes mean: prices with or without dividends, or yields in percent a year. A yield is no price: nobody can hold it, and
   * it serves as risk-free rate only.
   */
  returns: 'total' | 'price' | 'yield'
  /** First and last day with a stored price; null when the source does not say before fetching. */
  first: Day | null
  last: Day | null
}
