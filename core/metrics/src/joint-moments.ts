import { sumOfProducts } from '@portofino/numeric'
import { centeredReturns } from './centered-returns.ts'
import type { CenteredReturns } from './centered-returns.ts'

/** What the measures need to know about a portfolio's and its benchmark's returns of the same periods, computed once. */
export interface JointMoments {
  count: number
  mean: number
  benchmarkMean: number
  /** Sample variances and covariance, with n − 1; zero below two values. */
  variance: number
  benchmarkVariance: number
  covariance: number
  /** Largest sizes: max |value|. */
  largest: number
  benchmarkLargest: number
}

/** Returns of the portfolio and of its benchmark, matched by date, both of shape [n]; or their joint moments. */
export type PairedSample = readonly [portfolio: Float64Array, benchmark: Float64Array] | JointMoments

/**
 * Joint moments by two passes of compensated sums; joint moments given are passed through.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * const { covariance, benchmarkVariance } = jointMoments([portfolio, benchmark])
 * assert.equal((covariance / benchmarkVariance).toFixed(12), '1.300000000000')
 * ```
 *
 * @throws RangeError when the two differ in length
 */
export function jointMoments(sample: PairedSample): JointMoments {
  if (!isPair(sample)) return sample
  pairedCount(sample)
  return centeredJointMoments(centeredReturns(sample[0]), centeredReturns(sample[1]))
}

/**
 * The same from returns that are centered already: for many pairs out of few lists.
 *
 * ```ts
 * const [a, b] = [Float64Array.of(0.02, -0.01, 0.03), Float64Array.of(0.01, -0.01, 0.02)]
 * assert.deepEqual(centeredJointMoments(centeredReturns(a), centeredReturns(b)), jointMoments([a, b]))
 * ```
 *
 * @throws RangeError when the two differ in length
 */
export function centeredJointMoments(portfolio: CenteredReturns, benchmark: CenteredReturns): JointMoments {
  const count = portfolio.deviations.length
  return {
    count,
    mean: portfolio.mean,
    benchmarkMean: benchmark.mean,
    variance: portfolio.variance,
    benchmarkVariance: benchmark.variance,
    covariance: sumOfProducts(portfolio.deviations, benchmark.deviations) / Math.max(count - 1, 1),
    largest: portfolio.largest,
    benchmarkLargest: benchmark.largest,
  }
}

/** Length of both; a RangeError when they differ. */
export function pairedCount([portfolio, benchmark]: readonly [Float64Array, Float64Array]): number {
  if (portfolio.length !== benchmark.length) {
    throw new RangeError(
      `Cannot compare with a benchmark: both need the same number of returns, got ${portfolio.length} and ${benchmark.length}`,
    )
  }
  return portfolio.length
}

function isPair(sample: PairedSample): sample is readonly [Float64Array, Float64Array] {
  return Array.isArray(sample)
}
