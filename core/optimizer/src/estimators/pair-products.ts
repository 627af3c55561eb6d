import { symmetricProduct } from '@portofino/numeric'
import type { UsableReturns } from './usable-returns.ts'

/** Weighted sums over the rows that both assets of a pair have. */
interface PairProducts {
  /** Σ w·x_i·x_j. */
  product(i: number, j: number): number
  /** Σ w·x_i. */
  sum(i: number, j: number): number
  /** Σ w: without weights, the number of rows. */
  weight(i: number, j: number): number
}

/**
 * All sums over common rows by one product of a wide matrix with itself: values with zeros for gaps, a column of ones, and, for each asset
 * with gaps, a column that is 1 where it has a value.
 *
 * @param values NaN is a gap; shape [t × n]
 * @param weights by row, 1 when left out; shape [t]
 */
export function pairProducts({ t, n }: UsableReturns, values: Float64Array, weights?: Float64Array): PairProducts {
  const withGaps = Array.from({ length: n }, (_, i) => i).filter((i) => hasGap(values, i, n))
  const width = n + 1 + withGaps.length
  const wide = new Float64Array(t * width)
  for (let row = 0; row < t; row++) {
    const root = Math.sqrt(weights?.[row] ?? 1)
    const start = row * width
    for (let i = 0; i < n; i++) {
      const value = values[row * n + i]!
      wide[start + i] = Number.isNaN(value) ? 0 : value * root
    }
    wide[start + n] = root
    for (const [k, i] of withGaps.entries()) wide[start + n + 1 + k] = Number.isNaN(values[row * n + i]!) ? 0 : root
  }
  const products = symmetricProduct(wide, width)
  const presence = new Int32Array(n).fill(n)
  for (const [k, i] of withGaps.entries()) presence[i] = n + 1 + k
  return {
    product: (i, j) => products[i * width + j]!,
    sum: (i, j) => products[i * width + presence[j]!]!,
    weight: (i, j) => products[presence[i]! * width + presence[j]!]!,
  }
}

function hasGap(values: Float64Array, column: number, n: number): boolean {
  for (let at = column; at < values.length; at += n) if (Number.isNaN(values[at]!)) return true
  return false
}
