import { percentAxis, scaleFromZero } from '../page/axis-scale.ts'
import { lineChart } from '../page/charts.ts'
import { minorDigits } from '../page/money-format.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Exposure'
const right = 5
const chartRows = 16
const chartColumns = 8

/** How much was invested by session, and in what at the end of each month. */
export function exposureSheet(report: Report): SheetPlan {
  const { document, series, currency } = report
  const invested = [...series.gross, ...series.net]
  return {
    name,
    title: name,
    lead: 'After the trades of each session, as shares of the value. Gross adds up the sizes of all positions, net their signed weights.',
    widths: [12, 11, 11, 16, 3, ...Array.from({ length: Math.max(chartColumns, document.legs.length + 1) }, () => 12)],
    series: [
      { head: 'Date', kind: 'date', values: series.dates },
      { head: 'Gross', kind: 'percent', values: series.gross },
      { head: 'Net', kind: 'percent', values: series.net },
      { head: `Cash, ${currency}`, kind: 'money', values: cashWithoutNoise(report) },
    ],
    tables: [weightTable(report)],
    charts: [
      lineChart({
        title: 'Gross and net exposure',
        description: `Gross and net exposure from ${document.period.from} to ${document.period.to}`,
        format: percentAxis([0, ...invested]),
        scale: scaleFromZero(invested),
        place: { row: headRow + 1, column: right, rows: chartRows, columns: chartColumns },
        source: { sheet: name, firstRow: headRow + 1, count: series.dates.length, labels: 0 },
        lines: [
          { name: 'Gross', column: 1, color: palette.series2 },
          { name: 'Net', column: 2, color: palette.series1 },
        ],
      }),
    ],
  }
}

/** Below half a minor unit, all that stands in the account is what arithmetic left there. */
function cashWithoutNoise({ series, currency }: Report): number[] {
  const least = 0.5 / 10 ** minorDigits(currency)
  return series.cash.map((amount) => (Math.abs(amount) < least ? 0 : amount))
}

/** By month: by session, twenty legs over decades would be most of the file. */
function weightTable({ document: { legs, tearsheet }, series }: Report): TablePlan {
  const sessions = new Map(series.dates.map((date, session) => [date, session]))
  return {
    row: headRow + chartRows + 3,
    column: right,
    title: 'Weights at the last session of each month',
    columns: [
      { head: 'Date', kind: 'date' },
      ...legs.map(({ symbol, side }) => ({
        head: `${symbol ?? '$CASH'}${side === 'S' ? ', short' : ''}`,
        kind: 'percent' as const,
      })),
    ],
    rows: tearsheet.months.map(({ to }) => [to, ...legs.map((_, leg) => series.weights[leg]?.[sessions.get(to) ?? -1])]),
  }
}
