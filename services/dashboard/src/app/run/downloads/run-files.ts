import type { HistoryEntry, RunResult, RunSeries, WholeSeries } from '../../../api/queries.ts'
import { csvText } from '../../../files/csv-text.ts'
import { legNames } from '../leg-names.ts'
import type { RunRange } from '../period/run-range.ts'

/** `portofino-17-2020-01-02-2022-12-28.csv`; of one table `portofino-17-months-2020-01-02-2022-12-28.csv`. */
export function fileName(
  { id }: Pick<HistoryEntry, 'id'>,
  { from, to }: { from: string; to: string },
  { ending, table }: { ending: string; table?: string },
): string {
  return `portofino-${[id, ...(table === undefined ? [] : [table]), from, to].join('-')}.${ending}`
}

/** The daily columns of a part of a run: ASCII, with every digit. */
export function seriesCsv(
  series: RunSeries,
  legs: RunResult['legs'],
  { fromIndex, toIndex }: Pick<RunRange, 'fromIndex' | 'toIndex'>,
): string {
  const columns: [string, (index: number) => number | undefined][] = [
    ['value', (index) => series.value[index]],
    ['index', (index) => series.index[index]],
    ['return', (index) => series.returns[index - 1]],
    ['drawdown', (index) => series.drawdown[index]],
    ['cash', (index) => series.cash[index]],
    ['gross', (index) => series.gross[index]],
    ['net', (index) => series.net[index]],
    ...legNames(legs).map((name, leg): [string, (index: number) => number | undefined] => [
      `weight_${name}`,
      (index) => series.weights[leg]?.[index],
    ]),
  ]
  if (series.benchmark !== null) columns.push(['benchmark', (index) => series.benchmark?.[index]])
  if (series.benchmark_drawdown !== null) columns.push(['benchmark_drawdown', (index) => series.benchmark_drawdown?.[index]])
  const rows: (string | number | null)[][] = []
  for (let index = fromIndex; index <= toIndex; index++) {
    rows.push([series.dates[index]!, ...columns.map(([, at]) => at(index) ?? null)])
  }
  return csvText(['date', ...columns.map(([name]) => name)], rows)
}

/** Result, series and trades of a run. */
export function runJson(run: HistoryEntry, series: WholeSeries): string {
  return `${JSON.stringify({ ...run, series }, null, 1)}\n`
}
