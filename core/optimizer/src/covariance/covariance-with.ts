import { sumOfProducts } from '@portofino/numeric'
import type { DenseCovariance } from './dense-covariance.ts'

/** Σw: the covariance of each asset with a portfolio; shape [n]. */
export function covarianceWith({ n, data }: DenseCovariance, weights: Float64Array): Float64Array {
  return Float64Array.from(weights, (_, i) => sumOfProducts(data.subarray(i * n, (i + 1) * n), weights))
}
