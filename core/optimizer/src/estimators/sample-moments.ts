import { argumentOf } from '../shapes.ts'
import { symmetricProduct } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { CovarianceEstimate } from './covariance-estimate.ts'
import { columnMeans } from './columns.ts'
import { pairwiseCovariance } from './pairwise-covariance.ts'
import type { EstimatorOptions, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'

export interface SampleMoments extends CovarianceEstimate {
  /** As fractions a year; shape [n]. */
  expectedReturns: Float64Array
}

/**
 * What `arithmeticExpectedReturns` and `sampleCovariance` find, to the last bit, in the time of the second: walk-forward tests ask for both
 * of each window.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 3, n: 2, data: Float64Array.of(0.01, 0.02, 0.03, 0, 0.02, 0.04) } as const
 * const { expectedReturns, covariance } = sampleMoments(returns, { periodsPerYear: 252 })
 * assert.deepEqual(Array.from(expectedReturns, (value) => value.toFixed(2)), ['5.04', '5.04'])
 * assert.equal(covariance.data[0].toFixed(4), '0.0252')
 * ```
 *
 * @throws OptimizerInputError as `sampleCovariance` does
 */
export function sampleMoments(returns: Returns, options: EstimatorOptions): SampleMoments {
  const usable = usableReturns(returns, argumentOf('options', options, estimatorFields), { rows: 2, pairwise: true })
  const { t, n, gaps, periodsPerYear } = usable
  const means = columnMeans(usable)
  const expectedReturns = new Float64Array(n)
  for (let i = 0; i < n; i++) expectedReturns[i] = means[i]! * periodsPerYear
  if (gaps) return { expectedReturns, ...pairwiseCovariance(usable) }
  return { expectedReturns, covariance: completeCovariance(usable, means), rows: new Int32Array(n * n).fill(t) }
}

/** Of at least two rows without gaps. */
export function completeCovariance(usable: UsableReturns, means: Float64Array = columnMeans(usable)): DenseCovariance {
  const { t, n, periodsPerYear } = usable
  const data = symmetricProduct(usable.data, n, means)
  for (let at = 0; at < data.length; at++) data[at] = (data[at]! / (t - 1)) * periodsPerYear
  return { kind: 'dense', n, data }
}
