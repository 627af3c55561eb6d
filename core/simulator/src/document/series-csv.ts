import { isoDate } from '@portofino/market'
import type { SimulationResult } from '../result.ts'

/**
 * The series as comma-separated values, line by line, each with its line feed: `date,value,index,return,drawdown,cash,
 * gross,net,benchmark`, then a column `weight_SYMBOL` for each leg. Numbers have full precision and a point; a cell is
 * empty where there is no number, such as the first session's return, or the benchmark of a run without one.
 *
 * Text stands only in the header, behind `weight_`, so no cell can begin as a formula would; it is quoted by RFC 4180 where needed.
 */
export function* seriesCsv({ series, legs }: SimulationResult): Generator<string, void, undefined> {
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
