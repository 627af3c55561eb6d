import { symmetricProduct } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { CovarianceEstimate } from './covariance-estimate.ts'
import { columnMeans } from './columns.ts'
import { pairwiseCovariance } from './pairwise-covariance.ts'
import type { EstimatorOptions, Returns } from './returns.ts'
import { usableReturns } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'

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
  const usable = usableReturns(returns, options, { rows: 2, pairwise: true })
  if (usable.gaps) return pairwiseCovariance(usable)
  const { t, n } = usable
  return { covariance: completeCovariance(usable), rows: new Int32Array(n * n).fill(t) }
}

/** Of at least two rows without gaps. */
export function completeCovariance(usable: UsableReturns): DenseCovariance {
  const { t, n, periodsPerYear } = usable
  const data = symmetricProduct(usable.data, n, columnMeans(usable))
  for (let at = 0; at < data.length; at++) data[at] = (data[at]! / (t - 1)) * periodsPerYear
  return { kind: 'dense', n, data }
}
