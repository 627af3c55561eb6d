import type { DenseCovariance } from '../covariance/dense-covariance.ts'

/** What is to be optimized over: assets, their estimates, and the set F of weights that are allowed. Decimal units throughout. */
export interface Problem {
  /** Labels for messages and outcomes; without them assets go by their numbers. */
  assets?: readonly string[] | undefined
  /** Annual; shape [n]. Needed by every objective that asks for a return. */
  expectedReturns?: Float64Array | undefined
  /** Annual, and positive semidefinite: `repairedCovariance` checks and mends one that may not be. */
  covariance: DenseCovariance
  /** One number for all assets or shape [n]; ±Infinity is no bound. Default 0 and 1. */
  bounds?: { lower?: number | Float64Array | undefined; upper?: number | Float64Array | undefined } | undefined
  /** What the weights add up to; 0 is market neutral, null leaves it open. Default 1. */
  budget?: number | { min: number; max: number } | null | undefined
  rows?: readonly Row[] | undefined
  groups?: readonly Group[] | undefined
  /** Σ|w| is at most this. */
  grossExposure?: number | undefined
  /** Σ|w − from| is at most `max`; both sides of a trade count. */
  turnover?: { from: Float64Array; max: number } | undefined
  /** C(w) = Σ rateᵢ·|wᵢ − fromᵢ|, per year. */
  costs?: { from: Float64Array; rate: number | Float64Array } | undefined
  /** L(w) = Σ l2ᵢ·wᵢ². */
  l2?: number | Float64Array | undefined
}

/** lower <= coefficients'w <= upper; equal limits make an equality, a missing one is none. */
export interface Row {
  name: string
  coefficients: Float64Array | SparseCoefficients
  lower?: number | undefined
  upper?: number | undefined
}

/** Coefficients of the assets named, 0 for all others; those of an asset that is named twice add up. */
export interface SparseCoefficients {
  /** Numbers of assets, from 0. */
  indices: readonly number[]
  values: readonly number[]
}

/** A row with the coefficient 1 for each member, such as a sector. */
export interface Group {
  name: string
  /** Numbers of assets, from 0, each once. */
  members: readonly number[]
  lower?: number | undefined
  upper?: number | undefined
}

/** What a message or an outcome speaks of. */
export interface RowReference {
  kind: 'row' | 'group' | 'lower' | 'upper' | 'budget' | 'gross_exposure' | 'turnover'
  /** Of the row or group, or of the asset whose bound it is; the kind itself otherwise. */
  name: string
}
