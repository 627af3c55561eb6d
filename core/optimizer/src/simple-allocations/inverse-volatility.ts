import { argumentOf } from '../shapes.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { ZeroVariance } from '../covariance/zero-variance.ts'
import type { Allocated } from './allocated.ts'
import { inverseRisk, type InverseRiskOptions } from './inverse-risk.ts'

/**
 * Weights in inverse proportion to the volatilities, w_i = (1/σ_i) / Σ(1/σ_j): what risk parity gives where all correlations are equal.
 *
 * An asset that does not vary is the outcome `zeroVariance`.
 *
 * Source: S. Maillard, T. Roncalli and J. Teïletche, "The properties of equally weighted risk contribution portfolios", The Journal of
 * Portfolio Management 36, 2010.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) } as const
 * const outcome = inverseVolatility(covariance)
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(Array.from(outcome.weights, (weight) => weight.toFixed(4)), ['0.3333', '0.6667'])
 * ```
 *
 * @throws OptimizerInputError for what is no covariance
 */
export function inverseVolatility(covariance: DenseCovariance, options: InverseRiskOptions = {}): Allocated | ZeroVariance {
  const { assets } = argumentOf('options', options, ['assets'])
  return inverseRisk(covariance, Math.sqrt, assets)
}
