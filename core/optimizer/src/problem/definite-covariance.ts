import { choleskyFactor } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance.ts'
import { repairedCovariance } from '../estimators/repaired-covariance.ts'
import type { PsdPolicy } from '../estimators/repaired-covariance.ts'
import { isSealed } from './checked-covariance.ts'

export interface DefiniteCovariance {
  data: Float64Array
  /** Smallest eigenvalue before and after, where the policy had to change the matrix. */
  repaired: { before: number; after: number } | null
}

/** So many assets are looked at unasked: it takes no longer than the answer. */
const mostUnasked = 32

/**
 * A checked covariance without negative eigenvalues, by the policy. Without one, `error` is the policy of up to 32 assets that are not
 * sealed; more are taken at their word, because to look at the whole matrix would take longer than the answer.
 *
 * @param data the entries, checked and symmetric
 * @throws OptimizerInputError under `error` for a negative eigenvalue
 */
export function definiteCovariance(
  covariance: DenseCovariance,
  data: Float64Array,
  policy: PsdPolicy | undefined,
): DefiniteCovariance {
  const { n } = covariance
  const asIs = { data, repaired: null }
  if (policy === undefined && (n > mostUnasked || isSealed(covariance))) return asIs
  if ((policy ?? 'error') === 'error' && isPlainlyDefinite(data, n)) return asIs
  const { covariance: repaired, smallestEigenvalue } = repairedCovariance({ kind: 'dense', n, data }, policy)
  const isChanged = smallestEigenvalue.before !== smallestEigenvalue.after
  return isChanged ? { data: repaired.data, repaired: smallestEigenvalue } : asIs
}

/** Whether a factor exists once rounding is made up for; where not, only the eigenvalues tell. */
function isPlainlyDefinite(data: Float64Array, n: number): boolean {
  let largest = 0
  for (let i = 0; i < n; i++) largest = Math.max(largest, data[i * (n + 1)]!)
  const room = n * 4 * Number.EPSILON * largest
  const lifted = data.slice()
  for (let i = 0; i < n; i++) lifted[i * (n + 1)] = lifted[i * (n + 1)]! + room
  return choleskyFactor(lifted, n).positive
}
