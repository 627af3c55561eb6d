import type { UsableReturns } from './usable-returns.ts'
import { accurateMean } from './accurate-mean.ts'

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
  const means = meansWithoutGaps(usable)
  if (!means.some((mean) => Number.isNaN(mean))) return means
  columns(usable).forEach((column, i) => (means[i] = accurateMean(present(column))))
  return means
}

/** `accurateMean` of each asset, a row at a time: the same bits. */
function meansWithoutGaps({ t, n, data }: Pick<UsableReturns, 't' | 'n' | 'data'>): Float64Array {
  const first = new Float64Array(n)
  for (let start = 0; start < data.length; start += n) for (let i = 0; i < n; i++) first[i] = first[i]! + data[start + i]!
  for (let i = 0; i < n; i++) first[i] = first[i]! / t
  const [totals, lost] = [new Float64Array(n), new Float64Array(n)]
  for (let start = 0; start < data.length; start += n) {
    for (let i = 0; i < n; i++) {
      const total = totals[i]!
      const deviation = data[start + i]! - first[i]!
      const next = total + deviation
      const added = next - total
      lost[i] = lost[i]! + (total - (next - added) + (deviation - added))
      totals[i] = next
    }
  }
  for (let i = 0; i < n; i++) first[i] = first[i]! + (totals[i]! + lost[i]!) / t
  return first
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
