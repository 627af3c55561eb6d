import type { SheetChart } from 'hucre/xlsx'
import { lineChart } from '../page/charts.ts'
import type { ChartPlan } from '../page/charts.ts'
import { moneyFormat } from '../page/money-format.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SeriesColumn, SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Portfolio value'

/** Money and index by session. */
export function portfolioValueSheet(report: Report): SheetPlan {
  const { document, series } = report
  const compared: SeriesColumn[] =
    document.benchmark === null || series.benchmark === null
      ? []
      : [{ head: `Benchmark ${document.benchmark.label}`, kind: 'index', values: series.benchmark }]
  return {
    name,
    title: name,
    lead: 'At the close of each session. The index is the value over the capital, 1 at the first session.',
    widths: [12, 18, 12, ...compared.map(() => 14), 3, ...Array.from({ length: 8 }, () => 11)],
    series: [
      { head: 'Date', kind: 'date', values: series.dates },
      { head: `Value, ${report.currency}`, kind: 'money', values: series.value },
      { head: 'Index', kind: 'index', values: series.index },
      ...compared,
    ],
    charts: [growthChart(report, { row: headRow + 1, column: 4 + compared.length, rows: 22, columns: 8 })],
  }
}

/** The value in money; with a benchmark both as an index, so that they start from one point. */
export function growthChart({ document, series, currency }: Report, place: ChartPlan['place']): SheetChart {
  const { benchmark, period } = document
  const source = { sheet: name, firstRow: headRow + 1, count: series.dates.length, labels: 0 }
  const plan =
    benchmark === null
      ? {
          title: `Portfolio value, ${currency}`,
          format: moneyFormat(currency, 0),
          lines: [{ name, column: 1, color: palette.series1 }],
        }
      : {
          title: 'Growth of 1',
          format: '0.0',
          lines: [
            { name: 'Portfolio', column: 2, color: palette.series1 },
            { name: benchmark.label, column: 3, color: palette.benchmark },
          ],
        }
  const description = `${plan.title} from ${period.from} to ${period.to}`
  return lineChart({ ...plan, description, place, source })
}
