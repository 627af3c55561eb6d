/** What the measures are computed from. All arrays of shape [n + 1] start at session 0, those of shape [n] at session 1. */
export interface MeasuredRun {
  /** Value as an index, 1 at session 0, flows removed; never below zero; shape [n + 1]. */
  index: Float64Array
  /** The sessions, days since 1970-01-01, strictly increasing; shape [n + 1]. */
  days: Int32Array
  /** Sessions a year: 252, 365 for markets that trade every day, 105,120 for everyday five-minute bars. */
  periodsPerYear: number
  /** A yearly rate as a fraction, or the risk-free return of each session (already per period); shape [n]. */
  riskFree: number | Float64Array
  /** The benchmark as an index on the same sessions; null without one; shape [n + 1]. */
  benchmark: Float64Array | null
  /** After trades at each session, as fractions of the value; null where nothing was held (a benchmark index); shape [n + 1] each. */
  exposure: Exposure | null
  /** Traded value over twice the value before the trade, risky legs, summed over all trades but the first purchase and liquidation. */
  tradedShare: number
  /** Money that came in (positive) or left by a session, besides the first value and the last; empty without flows. */
  flows: readonly Flow[]
  /** The value fell to zero or below: total return and CAGR are −1, maximum drawdown 1, other ratios null. */
  ruined: boolean
  /** Per-period Sharpe ratios of every trial of a sweep, null where undefined; null for a single run. */
  trials: readonly (number | null)[] | null
}

export interface Exposure {
  gross: Float64Array
  net: Float64Array
  cash: Float64Array
}

export interface Flow {
  /** Position in `days`. */
  session: number
  /** As a multiple of the first value. */
  amount: number
}
