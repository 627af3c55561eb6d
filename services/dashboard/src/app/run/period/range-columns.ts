import { parseIsoDate } from '@portofino/market'
import { simpleReturns } from '@portofino/metrics'
import type { RunSeries } from '../../../api/queries.ts'
import type { RunRange } from './run-range.ts'

/** The columns of a run within a range, as the measures want them. */
export interface RangeColumns {
  days: Int32Array
  /** Of the whole run's scale: 1 at the run's first session, not at the range's. */
  index: Float64Array
  returns: Float64Array
  benchmark: { index: Float64Array; returns: Float64Array } | null
}

export function rangeColumns(series: RunSeries, { fromIndex, toIndex }: Pick<RunRange, 'fromIndex' | 'toIndex'>): RangeColumns {
  const end = toIndex + 1
  const within = (column: readonly number[]): Float64Array => Float64Array.from(column.slice(fromIndex, end))
  const benchmark = series.benchmark && within(series.benchmark)
  return {
    days: Int32Array.from(series.dates.slice(fromIndex, end), (date) => parseIsoDate(date)!),
    index: within(series.index),
    // Entry i of the column belongs to session i + 1.
    returns: Float64Array.from(series.returns.slice(fromIndex, toIndex)),
    benchmark: benchmark && { index: benchmark, returns: simpleReturns(benchmark) },
  }
}
