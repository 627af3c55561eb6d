import { OptimizerInputError } from '../input-error.ts'
import { columnMeans, deviations } from './columns.ts'
import type { CovarianceEstimate } from './covariance-estimate.ts'
import { pairProducts } from './pair-products.ts'
import type { UsableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'

/** Annual sample covariance, each entry over the rows that both assets have. */
export function pairwiseCovariance(usable: UsableReturns): CovarianceEstimate {
  const { n, assets, periodsPerYear } = usable
  // Without their own means first, so that what is left to subtract is small.
  const pairs = pairProducts(usable, deviations(usable, columnMeans(usable)))
  const data = new Float64Array(n * n)
  const rows = new Int32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const count = pairs.weight(i, j)
      if (count < 2) {
        const [asset, other] = [assetName(assets, j), assetName(assets, i)]
        const message = `returns of ${asset} must have at least 2 rows in common with ${other}, got ${count}`
        throw new OptimizerInputError('missing_data', message, { field: 'returns', asset })
      }
      const sum = pairs.product(i, j) - (pairs.sum(i, j) * pairs.sum(j, i)) / count
      data[i * n + j] = data[j * n + i] = (sum / (count - 1)) * periodsPerYear
      rows[i * n + j] = rows[j * n + i] = count
    }
  }
  return { covariance: { kind: 'dense', n, data }, rows }
}
