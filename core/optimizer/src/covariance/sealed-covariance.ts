import type { DenseCovariance } from './dense-covariance.ts'
import { checkedCovariance } from './checked-covariance.ts'
import { definiteCovariance } from './definite-covariance.ts'
import { checkLabels } from '../asset-names.ts'
import { seal } from './seal.ts'

/**
 * Checks a covariance once and for all, its eigenvalues included, and copies it: problems that use the result are not checked again, which
 * matters where the same matrix is solved with often.
 *
 * ```ts
 * const covariance = sealedCovariance({ kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.09) })
 * assert.equal(covariance.data[3], 0.09)
 * ```
 *
 * @throws OptimizerInputError for a matrix of another shape, with a number that is not finite, a negative variance, asymmetric, or with a
 * negative eigenvalue
 */
export function sealedCovariance(covariance: DenseCovariance, labels?: readonly string[]): DenseCovariance {
  const data = checkedCovariance(covariance, labels)
  checkLabels(labels, covariance.n)
  definiteCovariance(covariance, data, 'error')
  return seal({ ...covariance, data: data === covariance.data ? data.slice() : data })
}
