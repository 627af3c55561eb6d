import { barChart } from '../page/charts.ts'
import type { ChartPlan } from '../page/charts.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { Column, SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'
import { monthNames } from './monthly-returns-sheet.ts'

const name = 'Contribution'
const chartColumns = 8
/** Characters that a portrait page holds, shrunk, in letters that one can still read. */
const narrow = 165

/** Where the return came from: in all, by year and by month. The parts add up to the whole. */
export function contributionSheet({ document: { attribution, metrics } }: Report): SheetPlan {
  const { rows, years, months } = attribution
  const labels = rows.map(({ label }) => label)
  const chartRows = Math.max(14, rows.length + 5)
  const yearRow = headRow + chartRows + 5
  const monthRow = yearRow + years.length + 4
  const byYear = years.map((period) => ({ ...period, name: undefined }))
  const byMonth = months.map((period) => ({ ...period, name: monthNames[period.month - 1] }))
  const widths = [12, 8, ...Array.from({ length: Math.max(rows.length, chartColumns) + 2 }, (_, i) => headWidth(labels[i]))]
  return {
    name,
    title: name,
    lead: 'What each leg, interest and costs added to the total return. A year’s and a month’s contributions are of the value at its start.',
    widths,
    orientation: widths.reduce((sum, width) => sum + width) > narrow ? 'landscape' : 'portrait',
    tables: [
      wholeTable(rows, metrics.total_return),
      periodTable(byYear, { row: yearRow, title: 'By year', labels }),
      periodTable(byMonth, { row: monthRow, title: 'By month', labels }),
    ],
    repeatedRow: monthRow,
    charts: [chart(rows, { row: headRow, column: 4, rows: chartRows + 1, columns: chartColumns })],
  }
}

function headWidth(label = ''): number {
  return Math.max(12, label.length + 3)
}

type AttributionRows = Report['document']['attribution']['rows']

function wholeTable(rows: AttributionRows, totalReturn: number | null): TablePlan {
  return {
    row: headRow,
    column: 0,
    columns: [
      { head: 'Source', kind: 'text' },
      { head: '', kind: 'text' },
      { head: 'Contribution', kind: 'signedPercent' },
    ],
    rows: [
      ...rows.map(({ label, contribution }) => [label, undefined, contribution]),
      [
        { value: 'Total return', kind: 'text', isStrong: true },
        undefined,
        { value: totalReturn, kind: 'signedPercent', isStrong: true },
      ],
    ],
  }
}

interface Period {
  year: number
  /** Of the month; undefined for a year. */
  name: string | undefined
  partial: boolean
  contributions: readonly number[]
  total: number
}

function periodTable(
  periods: readonly Period[],
  { labels, ...place }: { row: number; title: string; labels: readonly string[] },
): TablePlan {
  const sources = labels.map((head): Column => ({ head, kind: 'signedPercent' }))
  return {
    ...place,
    column: 0,
    columns: [
      { head: 'Year', kind: 'plainCount' },
      { head: '', kind: 'text' },
      ...sources,
      { head: 'Sum', kind: 'signedPercent' },
      { head: '', kind: 'remark' },
    ],
    rows: periods.map(({ year, name: month, contributions, total, partial }) => [
      year,
      month,
      ...contributions,
      { value: total, kind: 'signedPercent', isStrong: true },
      partial ? 'part' : undefined,
    ]),
  }
}

function chart(rows: AttributionRows, place: ChartPlan['place']): ReturnType<typeof barChart> {
  const count = rows.length
  const plan: ChartPlan = {
    title: 'Contribution to the total return',
    description: `Contribution of ${count} sources to the total return`,
    format: '+#,##0.0%;-#,##0.0%;0.0%',
    place,
    source: { sheet: name, firstRow: headRow + 1, count, labels: 0 },
    lines: [{ name: 'Contribution', column: 2, color: palette.fill2 }],
  }
  return barChart(plan, { losses: rows.flatMap(({ contribution }, row) => (contribution < 0 ? [row] : [])) })
}
