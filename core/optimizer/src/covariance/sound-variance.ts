import { OptimizerInputError } from '../input-error.ts'
import { deviationsOf } from '../engine/hessian.ts'
import { sizeOfTerms } from '../engine/vectors.ts'

/** Of (Σ|w|σ)². */
const rounding = 1e-10

/**
 * A variance w'Σw as it was summed; 0 where it is below that by no more than rounding.
 *
 * @throws OptimizerInputError where it is below by more: no covariance has such weights
 */
export function soundVariance(summed: number, weights: Float64Array, covariance: Float64Array): number {
  if (summed >= 0) return summed
  const size = sizeOfTerms(weights, deviationsOf(covariance, null))
  if (summed >= -rounding * size * size) return 0
  const message = `covariance must be positive semidefinite, got weights of variance ${summed}; repairedCovariance mends it`
  throw new OptimizerInputError('not_positive_semidefinite', message, { field: 'covariance' })
}
