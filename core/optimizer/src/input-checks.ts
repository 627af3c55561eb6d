import type { DenseCovariance } from './covariance.ts'
import { OptimizerInputError } from './input-error.ts'

/** Names of assets, in the order of all that is said about them; without them a number stands for a name. */
export type AssetNames = readonly string[] | undefined

/** Symmetric entries may differ by this share of the geometric mean of their variances, and correlations exceed 1 by it. */
const rounding = 1e-10
const largestVariance = 1e290

/** The asset's label, or its number where there are no labels. */
export function assetName(assets: AssetNames, i: number): string {
  return assets?.[i] ?? String(i)
}

/** Names in the order given: "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/**
 * Refuses what is no covariance: a wrong shape, an entry that is not finite, a negative variance, entries that are not symmetric, a
 * correlation beyond 1, a variance beyond 1e290, whose inverse would lose digits. Whether the matrix is positive semidefinite as a whole is for the solver to find.
 *
 * @throws OptimizerInputError naming the first entry at fault
 */
export function checkCovariance({ n, data }: DenseCovariance, assets?: AssetNames): void {
  if (!Number.isInteger(n) || n < 1) throw fault('shape', `n must be a whole number of at least 1, got ${n}`)
  if (data.length !== n * n) throw fault('shape', `${n} assets need ${n * n} entries, got ${data.length}`)
  if (assets !== undefined && assets.length !== n) {
    throw new OptimizerInputError('shape', `Cannot read assets: ${n} labels are needed, got ${assets.length}`, {
      field: 'assets',
    })
  }
  for (let i = 0; i < n; i++) {
    checkVariance(data[i * n + i]!, { index: i * n + i, asset: assetName(assets, i) })
    for (let j = 0; j < i; j++) checkPair({ n, data, assets }, i, j)
  }
}

function checkVariance(variance: number, place: { index: number; asset: string }): void {
  if (!(Math.abs(variance) <= largestVariance)) {
    throw fault('not_finite', `the variance of ${place.asset} must be a number of at most 1e290, got ${variance}`, place)
  }
  if (variance < 0) {
    throw fault('not_positive_semidefinite', `the variance of ${place.asset} must not be negative, got ${variance}`, place)
  }
}

interface Labeled {
  n: number
  data: Float64Array
  assets: AssetNames
}

function checkPair({ n, data, assets }: Labeled, i: number, j: number): void {
  const [below, above] = [data[i * n + j]!, data[j * n + i]!]
  const names = `${assetName(assets, j)} and ${assetName(assets, i)}`
  const place = { index: i * n + j, asset: assetName(assets, i) }
  if (!Number.isFinite(below)) throw fault('not_finite', `the covariance of ${names} must be finite, got ${below}`, place)
  const size = Math.sqrt(data[i * n + i]!) * Math.sqrt(data[j * n + j]!)
  if (!(Math.abs(below - above) <= rounding * size)) {
    throw fault('not_symmetric', `the covariance of ${names} must be the same both ways, got ${below} and ${above}`, place)
  }
  if (Math.abs(below) > size * (1 + rounding)) {
    throw fault('not_positive_semidefinite', `the covariance of ${names} must not exceed ${size} in size, got ${below}`, place)
  }
}

function fault(
  code: 'shape' | 'not_finite' | 'not_symmetric' | 'not_positive_semidefinite',
  rule: string,
  place: { index?: number; asset?: string } = {},
): OptimizerInputError {
  return new OptimizerInputError(code, `Cannot read the covariance: ${rule}`, { field: 'covariance', ...place })
}

/**
 * Refuses a list of another length, or with a value that is not finite.
 *
 * @throws OptimizerInputError naming the field and the first value at fault
 */
export function checkFinite(values: Float64Array, expected: { field: string; n: number; assets?: AssetNames }): void {
  const { field, n, assets } = expected
  if (values.length !== n) {
    throw new OptimizerInputError('shape', `Cannot read ${field}: ${n} values are needed, got ${values.length}`, { field })
  }
  const index = values.findIndex((value) => !Number.isFinite(value))
  if (index < 0) return
  const asset = assetName(assets, index)
  throw new OptimizerInputError(
    'not_finite',
    `Cannot read ${field}: the value of ${asset} must be finite, got ${values[index]}`,
    {
      field,
      index,
      asset,
    },
  )
}
