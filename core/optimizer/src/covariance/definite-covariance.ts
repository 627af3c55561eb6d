import type { DenseCovariance } from './dense-covariance.ts'
import { repairedCovariance } from './repaired-covariance.ts'
import type { PsdPolicy } from './repaired-covariance.ts'
import { factorWithinRounding } from './factor-within-rounding.ts'
import { isSealed } from './seal.ts'

interface DefiniteCovariance {
  data: Float64Array
  /** Smallest eigenvalue before and after, where the policy had to change the matrix. */
  repaired: { before: number; after: number } | null
}

/**
 * A checked covariance without negative eigenvalues, by the policy; a sealed one has none. Whether there are any does not show in an answer:
 * what satisfies all conditions of an optimum need not be one then.
 *
 * @param data the entries, checked and symmetric
 * @throws OptimizerInputError under `error` for a negative eigenvalue
 */
export function definiteCovariance(
  covariance: DenseCovariance,
  data: Float64Array,
  policy: PsdPolicy = 'error',
): DefiniteCovariance {
  const { n } = covariance
  const asIs = { data, repaired: null }
  // Where no factor exists though rounding is made up for, only the eigenvalues tell.
  if (isSealed(covariance) || (policy === 'error' && factorWithinRounding(data, n) !== null)) return asIs
  const { covariance: repaired, smallestEigenvalue } = repairedCovariance({ kind: 'dense', n, data }, policy)
  const isChanged = smallestEigenvalue.before !== smallestEigenvalue.after
  return isChanged ? { data: repaired.data, repaired: smallestEigenvalue } : asIs
}
