import { GrowingCholesky } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance.ts'
import { repairedCovariance } from '../estimators/repaired-covariance.ts'
import type { PsdPolicy } from '../estimators/repaired-covariance.ts'
import { isSealed } from './checked-covariance.ts'

export interface DefiniteCovariance {
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
  if (isSealed(covariance) || (policy === 'error' && isPlainlyDefinite(data, n))) return asIs
  const { covariance: repaired, smallestEigenvalue } = repairedCovariance({ kind: 'dense', n, data }, policy)
  const isChanged = smallestEigenvalue.before !== smallestEigenvalue.after
  return isChanged ? { data: repaired.data, repaired: smallestEigenvalue } : asIs
}

/** Whether a factor exists once rounding is made up for; where not, only the eigenvalues tell. */
function isPlainlyDefinite(data: Float64Array, n: number): boolean {
  let largest = 0
  for (let i = 0; i < n; i++) largest = Math.max(largest, data[i * (n + 1)]!)
  const room = n * 4 * Number.EPSILON * largest
  const factor = new GrowingCholesky()
  const row = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    row.set(data.subarray(i * n, i * n + i + 1))
    row[i] = row[i]! + room
    if (!(factor.append(row) > 0)) return false
  }
  return true
}
