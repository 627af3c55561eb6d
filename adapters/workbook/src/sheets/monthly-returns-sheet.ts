import { colToLetter } from 'hucre/xlsx'
import type { ConditionalRule } from 'hucre/xlsx'
import type { PeriodReturnDocument } from '@portofino/simulator'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { Entry, SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A landscape page has room for so many rows, a portrait one, shrunk, for so many. */
const wideRows = 45
const mostRows = 90

type Returns = (period: PeriodReturnDocument) => number | null

/** Years down, months across, the year at the end; below it the benchmark's, if there is one. */
export function monthlyReturnsSheet({ document: { tearsheet }, benchmarkName }: Report): SheetPlan {
  const { months, years } = tearsheet
  const own = table({ months, years, row: headRow }, (period) => period.return)
  const below = headRow + years.length + 4
  const compared =
    benchmarkName === null
      ? []
      : [{ ...table({ months, years, row: below }, (period) => period.benchmark_return), title: `Benchmark ${benchmarkName}` }]
  const tables = [own, ...compared]
  const lastRow = headRow + tables.length * (years.length + 4)
  return {
    name: 'Monthly returns',
    title: 'Monthly returns',
    lead: 'Months and years end at their last session. Those marked “part” are covered only in part, at the start or the end of the run.',
    widths: [10, ...monthNames.map(() => 10), 11, 16],
    tables,
    orientation: lastRow > wideRows ? 'portrait' : 'landscape',
    isOnOnePage: lastRow <= mostRows,
    rules:
      years.length === 0
        ? []
        : [heat(tables, { from: 1, to: 12, periods: months }), heat(tables, { from: 13, to: 13, periods: years })],
  }
}

interface Placed {
  months: readonly PeriodReturnDocument[]
  years: readonly PeriodReturnDocument[]
  row: number
}

function table({ months, years, row }: Placed, returns: Returns): TablePlan {
  const byYear = Map.groupBy(months, ({ year }) => year)
  return {
    row,
    column: 0,
    columns: [
      { head: 'Year', kind: 'plainCount' },
      ...monthNames.map((head) => ({ head, kind: 'signedPercent' as const })),
      { head: 'Whole year', kind: 'signedPercent' },
      { head: '', kind: 'remark' },
    ],
    rows: years.map((whole) => {
      const cells = Array.from<Entry>({ length: monthNames.length })
      for (const period of byYear.get(whole.year) ?? []) cells[period.month! - 1] = returns(period)
      const parts = partialMonths(byYear.get(whole.year) ?? [])
      const mark = whole.partial || parts !== '' ? `part${parts}` : undefined
      return [whole.year, ...cells, { value: returns(whole), kind: 'signedPercent', isStrong: true }, mark]
    }),
  }
}

function partialMonths(months: readonly PeriodReturnDocument[]): string {
  const names = months.filter(({ partial }) => partial).map(({ month }) => monthNames[month! - 1])
  return names.length === 0 ? '' : `: ${names.join(', ')}`
}

interface HeatedColumns {
  from: number
  to: number
  periods: readonly PeriodReturnDocument[]
}

/**
 * Months and whole years each have a scale of their own, so that a good year does not fade its months. It is as wide below
 * zero as above, so that no gain takes the color of a loss where there are only gains.
 */
function heat(tables: readonly TablePlan[], { from, to, periods }: HeatedColumns): ConditionalRule {
  const widest = Math.max(1e-6, ...periods.flatMap((period) => [Math.abs(period.return), Math.abs(period.benchmark_return ?? 0)]))
  const range = tables
    .map(({ row, rows }) => `${colToLetter(from)}${row + 2}:${colToLetter(to)}${row + 1 + rows.length}`)
    .join(' ')
  return {
    type: 'colorScale',
    priority: from,
    range,
    colorScale: {
      cfvo: [-widest, 0, widest].map((value) => ({ type: 'num', value: String(value) })),
      colors: [palette.heatDown, palette.heatNeutral, palette.heatUp].map((color) => `FF${color}`),
    },
  }
}
