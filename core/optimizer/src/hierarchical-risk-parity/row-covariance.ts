import { symmetricProduct } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance.ts'
import type { Returns } from '../estimators/returns.ts'

/** Rows that are centered at a time, so that they are still in the processor's cache when they are multiplied. */
const chunkRows = 1024

/**
 * Sample covariance per period over the rows given, at least two: Σ(r−m)(r−m)'/(rows − 1). An asset whose deviations are nothing but
 * rounding errors gets a variance of zero.
 *
 * @param rows numbers of complete rows, ascending
 */
export function rowCovariance(returns: Returns, rows: Uint32Array): DenseCovariance {
  const { n } = returns
  const means = rowMeans(returns, rows)
  const data = new Float64Array(n * n)
  const centered = new Float64Array(Math.min(chunkRows, rows.length) * n)
  for (let start = 0; start < rows.length; start += chunkRows) {
    const count = center(returns, rows.subarray(start, start + chunkRows), { means, centered })
    const products = symmetricProduct(centered.subarray(0, count), n)
    for (let at = 0; at < products.length; at++) data[at]! += products[at]!
  }
  const flat = means.map((mean, i) => Number(isRounding(data[i * n + i]!, mean, rows.length)))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) data[i * n + j]! *= flat[i] === 1 || flat[j] === 1 ? 0 : 1 / (rows.length - 1)
  }
  return { kind: 'dense', n, data }
}

function rowMeans({ n, data }: Returns, rows: Uint32Array): Float64Array {
  const totals = new Float64Array(n)
  for (const row of rows) {
    const start = row * n
    for (let i = 0; i < n; i++) totals[i]! += data[start + i]!
  }
  return totals.map((total) => total / rows.length)
}

/** Puts deviations from the means in `centered`, by rows, and returns how many there are. */
function center(
  { n, data }: Returns,
  rows: Uint32Array,
  { means, centered }: { means: Float64Array; centered: Float64Array },
): number {
  let to = 0
  for (const row of rows) {
    const start = row * n
    for (let i = 0; i < n; i++, to++) centered[to] = data[start + i]! - means[i]!
  }
  return to
}

/** Whether the mean square deviation is what rounding makes of a mean over so many equal values. */
function isRounding(squares: number, mean: number, count: number): boolean {
  return Math.sqrt(squares / count) <= 1e-14 * (1 + count * Math.abs(mean))
}
