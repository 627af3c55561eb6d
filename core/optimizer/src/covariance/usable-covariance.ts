import type { AssetNames } from '../asset-names.ts'
import { entryFault } from './entry-fault.ts'
import type { DenseCovariance } from './dense-covariance.ts'
import { checkedCovariance } from './checked-covariance.ts'
import { checkLabels } from '../asset-names.ts'

/** Correlations may exceed 1 by this. */
const rounding = 1e-10
const largestVariance = 1e290

/**
 * The covariance, checked as for a problem, and besides refused where a correlation lies beyond 1 or a variance beyond 1e290, whose
 * inverse would lose digits. Whether the matrix is positive semidefinite as a whole is for the solver to find.
 *
 * @throws OptimizerInputError naming the first entry at fault
 */
export function usableCovariance(covariance: DenseCovariance, assets?: AssetNames): DenseCovariance {
  const data = checkedCovariance(covariance, assets)
  const { n } = covariance
  checkLabels(assets, n)
  for (let i = 0; i < n; i++) {
    if (data[i * n + i]! > largestVariance) {
      const what = `must be at most 1e290, the most that can be computed with, got ${data[i * n + i]}`
      throw entryFault('not_finite', what, { index: i * n + i, n, assets })
    }
    for (let j = 0; j < i; j++) {
      const most = Math.sqrt(data[i * n + i]!) * Math.sqrt(data[j * n + j]!)
      if (Math.abs(data[i * n + j]!) <= most * (1 + rounding)) continue
      const what = `must not exceed ${most} in size, the product of their volatilities, got ${data[i * n + j]}`
      throw entryFault('not_positive_semidefinite', what, { index: i * n + j, n, assets })
    }
  }
  return data === covariance.data ? covariance : { kind: 'dense', n, data }
}
