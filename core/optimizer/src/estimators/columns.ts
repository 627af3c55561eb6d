import type { UsableReturns } from './usable-returns.ts'
import { accurateMean } from './accurate-mean.ts'
import { accurateMeans } from './accurate-means.ts'

/** Each asset's returns, gaps left in place; n lists of shape [t]. */
export function columns({ t, n, data }: Pick<UsableReturns, 't' | 'n' | 'data'>): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const column = new Float64Array(t)
    for (let row = 0; row < t; row++) column[row] = data[row * n + i]!
    return column
  })
}

/** The values without gaps, in order. */
export function present(values: Float64Array): Float64Array {
  let gaps = 0
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) gaps++
  return gaps === 0 ? values : values.filter((value) => !Number.isNaN(value))
}

/** Mean of each asset over its own rows; shape [n]. */
export function columnMeans(usable: Pick<UsableReturns, 't' | 'n' | 'data'>): Float64Array {
  const means = accurateMeans(usable)
  if (!means.some((mean) => Number.isNaN(mean))) return means
  columns(usable).forEach((column, i) => (means[i] = accurateMean(present(column))))
  return means
}

/** Rows of each asset; shape [n]. */
export function columnCounts({ t, n, data, gaps }: Pick<UsableReturns, 't' | 'n' | 'data' | 'gaps'>): Int32Array {
  if (!gaps) return new Int32Array(n).fill(t)
  return Int32Array.from(columns({ t, n, data }), (column) => present(column).length)
}

/** Returns less a number of each asset; gaps stay. Shape [t × n]. */
export function deviations({ n, data }: Pick<UsableReturns, 'n' | 'data'>, centers: Float64Array): Float64Array {
  const result = new Float64Array(data.length)
  for (let start = 0; start < data.length; start += n) {
    for (let i = 0; i < n; i++) result[start + i] = data[start + i]! - centers[i]!
  }
  return result
}
