import { colToLetter } from 'hucre/xlsx'
import type { ConditionalRule } from 'hucre/xlsx'
import type { PeriodReturnDocument } from '@portofino/simulator'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { Entry, SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Returns = (period: PeriodReturnDocument) => number | null

/** Years down, months across, the year at the end; below it the benchmark's, if there is one. */
export function monthlyReturnsSheet({ document: { tearsheet, benchmark } }: Report): SheetPlan {
  const { months, years } = tearsheet
  const own = table({ months, years, row: headRow }, (period) => period.return)
  const below = headRow + years.length + 4
  const compared =
    benchmark === null
      ? []
      : [{ ...table({ months, years, row: below }, (period) => period.benchmark_return), title: `Benchmark ${benchmark.label}` }]
  const tables = [own, ...compared]
  return {
    name: 'Monthly returns',
    title: 'Monthly returns',
    lead: 'Months and years end at their last session. Those marked “part” are covered only in part, at the start or the end of the run.',
    widths: [10, ...monthNames.map(() => 10), 11, 16],
    tables,
    rules: years.length === 0 ? [] : tables.flatMap(({ row }, index) => heat(row + 1, years.length, index)),
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

/** Months and whole years each on a scale of their own, so that a good year does not fade its months. */
function heat(firstRow: number, count: number, index: number): ConditionalRule[] {
  const rows = (from: number, to: number): string => `${colToLetter(from)}${firstRow + 1}:${colToLetter(to)}${firstRow + count}`
  return [heatRule(rows(1, 12), 2 * index + 1), heatRule(rows(13, 13), 2 * index + 2)]
}

function heatRule(range: string, priority: number): ConditionalRule {
  const colors = [palette.heatDown, palette.heatNeutral, palette.heatUp].map((color) => `FF${color}`)
  const cfvo: NonNullable<ConditionalRule['colorScale']>['cfvo'] = [{ type: 'min' }, { type: 'num', value: '0' }, { type: 'max' }]
  return { type: 'colorScale', priority, range, colorScale: { cfvo, colors } }
}
