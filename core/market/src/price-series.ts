import type { CorporateAction } from './corporate-action.ts'
import type { Instrument } from './instrument.ts'
import type { Suspicion } from './suspicions.ts'

/**
 * Closing prices, oldest first. Days strictly increase; closes satisfy `isSoundPrice`, those of a yield `isSoundYield`; both have
 * shape [n].
 */
export interface PriceSeries {
  days: Int32Array
  closes: Float64Array
}

/**
 * Prices as traded, not adjusted for anything. All arrays have shape [n]; days strictly increase. Closes are as in `PriceSeries`;
 * elsewhere NaN stands for what the source does not say.
 */
export interface RawPrices {
  days: Int32Array
  open: Float64Array
  high: Float64Array
  low: Float64Array
  close: Float64Array
  volume: Float64Array
}

/** Everything stored about one instrument: what the simulator needs, where it came from and which version it is. */
export interface PriceHistory {
  instrument: Instrument
  /** Total-return closes for `returns: 'total'`, else price-return closes or yields: given by the source, or computed from `raw` and `actions`. */
  adjusted: PriceSeries
  /** Null when the source has adjusted prices only (`price=raw` is then E309). */
  raw: RawPrices | null
  /** By day, then type. Splits and dividends only beside `raw`: adjusted prices hold them already. */
  actions: readonly CorporateAction[]
  /** Name of the source, as in E301 and in the result: `sample`, `csv:prices`, `yahoo`. */
  source: string
  /** When the source was asked, ISO 8601 in UTC; for shipped data, the day of its last price. */
  asOf: string
  /** SHA-256 in hex over the content; equal content, equal version. */
  version: string
  /** Rows of the provider's reply that were no prices and were left out, in a history just fetched. Never stored, no part of the version. */
  leftOut?: readonly Suspicion[]
}
