import { mean as meanOf, sumOfProducts } from '@portofino/numeric'
import { largestSize } from './moments.ts'

/** Returns without their mean: one side of joint moments, computed once where a list is compared with many others. */
export interface CenteredReturns {
  /** Zero for no returns. */
  mean: number
  /** Each return less the mean; shape [n]. */
  deviations: Float64Array
  /** Of the sample, with n − 1; zero below two returns. */
  variance: number
  /** Largest size: max |return|. */
  largest: number
}

/**
 * Mean, deviations from it and variance of returns, by two passes of compensated sums.
 *
 * ```ts
 * const { mean, variance } = centeredReturns(Float64Array.of(0.02, -0.01, 0.03, -0.02))
 * assert.equal(mean.toFixed(8), '0.00500000')
 * assert.equal(Math.sqrt(variance).toFixed(8), '0.02380476')
 * ```
 *
 * @param returns shape [n]
 */
export function centeredReturns(returns: Float64Array): CenteredReturns {
  const mean = meanOf(returns) ?? 0
  const deviations = returns.map((value) => value - mean)
  const variance = sumOfProducts(deviations, deviations) / Math.max(returns.length - 1, 1)
  return { mean, deviations, variance, largest: largestSize(returns) }
}
