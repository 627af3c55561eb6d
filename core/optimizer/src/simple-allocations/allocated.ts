/** Weights that a rule gives, and the volatility of that portfolio. */
export interface Allocated {
  status: 'optimal'
  /** Not negative, summing to 1; shape [n]. */
  weights: Float64Array
  /** In the covariance's time unit: annual for an annual covariance. */
  volatility: number
}
