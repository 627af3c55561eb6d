import type { Day } from './day.ts'
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

/** What changes an instrument's units or pays its holder. */
export type CorporateAction =
  /** `ratio` new shares per old one, in force from the open of `day`. */
  | { type: 'split'; day: Day; ratio: number }
  /** `amount` in the instrument's currency per share held before the ex-date `day`, in that day's shares. */
  | { type: 'dividend'; day: Day; amount: number }
  /** Last session `day`; `return` from its close to the final payment, −1 when nothing is paid. */
  | { type: 'delisting'; day: Day; return: number }
  /** From `day` on the instrument is called `symbol`. */
  | { type: 'rename'; day: Day; symbol: string }

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
