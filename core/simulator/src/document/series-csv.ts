import { isoDate } from '@portofino/market'
import type { LegResult, Series } from '../result.ts'

/** As much of a result as the CSV shows. */
export interface SeriesOwner {
  series: Series
  legs: readonly Pick<LegResult, 'symbol'>[]
}

/**
 * The series as comma-separated values, line by line, each with its line feed: `date,value,index,return,drawdown,cash,
 * gross,net,benchmark`, then a column `weight_SYMBOL` for each leg. Numbers have full precision and a point; a cell is
 * empty where there is no number, such as the first session's return, or the benchmark of a run without one.
 *
 * ```ts
 * const number = (value: number) => Float64Array.of(value)
 * const exposure = { cash: number(0), gross: number(1), net: number(1), weights: [number(1)] }
 * const levels = { value: number(100_000), index: number(1), returns: new Float64Array(), drawdown: number(0) }
 * const series = { days: Int32Array.of(18_262), ...levels, ...exposure, benchmark: null, benchmarkDrawdown: null }
 * const [header, first] = seriesCsv({ series, legs: [{ symbol: 'AAPL' }] })
 * assert.equal(header, 'date,value,index,return,drawdown,cash,gross,net,benchmark,weight_AAPL\n')
 * assert.equal(first, '2020-01-01,100000,1,,0,0,1,1,,1\n')
 * ```
 *
 * Text stands only in the header, behind `weight_`, so no cell can begin as a formula would; it is quoted by RFC 4180 where needed.
 */
export function* seriesCsv({ series, legs }: SeriesOwner): Generator<string, void, undefined> {
  const weightNames = legs.map(({ symbol }) => quoted(`weight_${symbol ?? '$CASH'}`))
  yield `${['date,value,index,return,drawdown,cash,gross,net,benchmark', ...weightNames].join(',')}\n`
  const columns = [series.drawdown, series.cash, series.gross, series.net, series.benchmark, ...series.weights]
  for (const [session, day] of series.days.entries()) {
    const profit = session === 0 ? '' : String(series.returns[session - 1])
    const rest = columns.map((column) => column?.[session] ?? '')
    yield `${[isoDate(day), series.value[session], series.index[session], profit, ...rest].join(',')}\n`
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
