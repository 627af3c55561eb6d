import type { CovarianceEstimate } from './covariance-estimate.ts'
import type { EstimatorOptions, Returns } from './returns.ts'
import { sampleMoments } from './sample-moments.ts'

/**
 * Annual sample covariance Σ(r − m)(r − m)'/(T − 1), times the periods per year. Under `pairwise` each entry has means and T of the rows
 * that both assets have.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 3, n: 2, data: Float64Array.of(0.01, 0.02, 0.03, 0, 0.02, 0.04) } as const
 * const { covariance, rows } = sampleCovariance(returns, { periodsPerYear: 252 })
 * assert.deepEqual(Array.from(covariance.data, (value) => value.toFixed(6)), ['0.025200', '-0.025200', '-0.025200', '0.100800'])
 * assert.equal(rows[0], 3)
 * ```
 *
 * @throws OptimizerInputError as for all estimators, and when two assets share fewer than two rows
 */
export function sampleCovariance(returns: Returns, options: EstimatorOptions): CovarianceEstimate {
  const { covariance, rows } = sampleMoments(returns, options)
  return { covariance, rows }
}
