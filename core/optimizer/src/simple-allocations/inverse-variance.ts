import { argumentOf } from '../shapes.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { ZeroVariance } from '../covariance/zero-variance.ts'
import type { Allocated } from './allocated.ts'
import { inverseRisk, type InverseRiskOptions } from './inverse-risk.ts'

/**
 * Weights in inverse proportion to the variances, w_i = (1/σ_i²) / Σ(1/σ_j²): the minimum variance where nothing is correlated.
 *
 * An asset that does not vary is the outcome `zeroVariance`.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) } as const
 * const outcome = inverseVariance(covariance)
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(outcome.weights, Float64Array.of(0.2, 0.8))
 * ```
 *
 * @throws OptimizerInputError for what is no covariance
 */
export function inverseVariance(covariance: DenseCovariance, options: InverseRiskOptions = {}): Allocated | ZeroVariance {
  const { assets } = argumentOf('options', options, ['assets'])
  return inverseRisk(covariance, (variance) => variance, assets)
}
