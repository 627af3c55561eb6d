import type { DenseCovariance } from '../covariance/dense-covariance.ts'

export interface CovarianceEstimate {
  /** Annual. */
  covariance: DenseCovariance
  /** Rows behind each entry; shape [n × n]. */
  rows: Int32Array
}

export interface ShrunkCovarianceEstimate extends CovarianceEstimate {
  /** Weight of the target, within 0..1. */
  intensity: number
}
