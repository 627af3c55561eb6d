import { OptimizerInputError } from '../input-error.ts'
import { columnMeans, columns, deviations } from './columns.ts'
import type { CovarianceEstimate } from './covariance-estimate.ts'
import { assetLabel } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'

/** Annual sample covariance, each entry over the rows that both assets have. */
export function pairwiseCovariance(usable: UsableReturns): CovarianceEstimate {
  const { t, n, assets, periodsPerYear } = usable
  // Without their own means first, so that what is left to subtract is small.
  const centered = columns({ t, n, data: deviations(usable, columnMeans(usable)) })
  const data = new Float64Array(n * n)
  const rows = new Int32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const { covariance, count } = commonRows(centered[i]!, centered[j]!)
      if (count < 2) {
        const [asset, other] = [assetLabel(assets, j), assetLabel(assets, i)]
        const rule = `${other} and ${asset} need 2 rows in common, got ${count}`
        throw new OptimizerInputError('missing_data', `Cannot read the returns: ${rule}`, { field: 'returns', asset })
      }
      data[i * n + j] = data[j * n + i] = covariance * periodsPerYear
      rows[i * n + j] = rows[j * n + i] = count
    }
  }
  return { covariance: { kind: 'dense', n, data }, rows }
}

/**
 * Sample covariance of two lists over the rows that both have, and their number.
 *
 * @param a near zero on average, as is `b`; NaN is a gap; shape [t]
 */
export function commonRows(a: Float64Array, b: Float64Array): { covariance: number; count: number } {
  let [count, sumA, sumB, products] = [0, 0, 0, 0]
  for (let row = 0; row < a.length; row++) {
    const x = a[row]!
    const y = b[row]!
    const product = x * y
    if (Number.isNaN(product)) continue
    count++
    sumA += x
    sumB += y
    products += product
  }
  return { covariance: (products - (sumA * sumB) / count) / (count - 1), count }
}
