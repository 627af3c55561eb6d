import type { DenseCovariance } from './covariance.ts'
import { OptimizerInputError } from './input-error.ts'
import { checkedCovariance } from './problem/checked-covariance.ts'
import { assetName, checkLabels, finiteArray } from './problem/fields.ts'

/** Names of assets, in the order of all that is said about them; without them a number stands for a name. */
export type AssetNames = readonly string[] | undefined

/** Correlations may exceed 1 by this. */
const rounding = 1e-10
const largestVariance = 1e290

/** Names in the order given: "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

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
      throw entryFault(
        'not_finite',
        { index: i * n + i, n, assets },
        `must be at most 1e290, the most that can be computed with, got ${data[i * n + i]}`,
      )
    }
    for (let j = 0; j < i; j++) {
      const most = Math.sqrt(data[i * n + i]!) * Math.sqrt(data[j * n + j]!)
      if (Math.abs(data[i * n + j]!) <= most * (1 + rounding)) continue
      const what = `must not exceed ${most} in size, the product of their volatilities, got ${data[i * n + j]}`
      throw entryFault('not_positive_semidefinite', { index: i * n + j, n, assets }, what)
    }
  }
  return data === covariance.data ? covariance : { kind: 'dense', n, data }
}

function entryFault(
  code: 'not_finite' | 'not_positive_semidefinite',
  { index, n, assets }: { index: number; n: number; assets: AssetNames },
  what: string,
): OptimizerInputError {
  const field = 'covariance.data'
  const [row, column] = [Math.floor(index / n), index % n].map((asset) => assetName(assets, asset))
  const pair = row === column ? row : `${row} and ${column}`
  return new OptimizerInputError(code, `${field} of ${pair} ${what}`, { field, index, asset: row })
}

/**
 * Refuses a list of another length, or with a value that is not finite.
 *
 * @throws OptimizerInputError naming the field and the first value at fault
 */
export function checkFinite(values: Float64Array, expected: { field: string; n: number; assets?: AssetNames }): void {
  const { field, n, assets } = expected
  finiteArray(field, values, { n, name: (asset) => assetName(assets, asset) })
}
