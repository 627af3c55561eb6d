import type { RunSeries } from '../../../api/queries.ts'
import type { RunRange } from '../period/run-range.ts'

export interface ExposureColumns {
  dates: string[]
  gross: (number | null)[]
  net: (number | null)[]
  /** Null where nothing is left to be a share of. */
  cash: (number | null)[]
}

export function exposureColumns(
  series: RunSeries,
  { fromIndex, toIndex }: Pick<RunRange, 'fromIndex' | 'toIndex'>,
): ExposureColumns {
  const within = <Value>(column: readonly Value[]): Value[] => column.slice(fromIndex, toIndex + 1)
  const cash = series.cash.map((money, i) => (series.value[i] === 0 ? null : money / series.value[i]!))
  return { dates: within(series.dates), gross: within(series.gross), net: within(series.net), cash: within(cash) }
}

/** Whether it would be shown as one number, with a decimal of a percent, all along. */
export function isConstant(column: readonly (number | null)[]): boolean {
  return column.every((value) => value !== null && Math.abs(value - column[0]!) < 0.0005)
}
