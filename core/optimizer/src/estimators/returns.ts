/**
 * Simple returns per period as fractions (0.01 = 1 %), by rows: row = period, oldest first, column = asset. NaN is a gap.
 *
 * The kind tells them from prices, so that neither passes for the other.
 */
export interface Returns {
  kind: 'returns'
  t: number
  n: number
  /** Shape [t × n]. */
  data: Float64Array
  /** Labels, for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

/**
 * What to do about gaps: `reject` makes the first a mistake of the caller, `complete` leaves out the rows that have any, `pairwise` takes
 * for each entry the rows that it has (a covariance may then not be positive semidefinite).
 */
export type GapPolicy = 'reject' | 'complete' | 'pairwise'

/** What to do about gaps where rows are needed that all assets share. */
export type SharedRowsPolicy = Exclude<GapPolicy, 'pairwise'>

export interface EstimatorOptions<Policy extends GapPolicy = GapPolicy> {
  /** 252 for trading days, 365 for markets that never close, 105120 for five minutes, 12 for months. */
  periodsPerYear: number
  /** Must be given when there are gaps. */
  nan?: Policy | undefined
}

/** Expected returns, annual. */
export interface ReturnEstimate {
  /** As fractions a year; shape [n]. */
  expectedReturns: Float64Array
  /** Returns used of each asset; shape [n]. */
  rows: Int32Array
}

export interface ShrunkReturnEstimate extends ReturnEstimate {
  /** Weight of what the means are drawn to, within 0..1. */
  intensity: number
}
