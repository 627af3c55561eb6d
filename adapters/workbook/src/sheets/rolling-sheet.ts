import type { RollingDocument } from '@portofino/simulator'
import { lineChart } from '../page/charts.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { Entry, SeriesColumn, SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Rolling'
const colors = [palette.series2, palette.series1]

/** Sharpe ratio, volatility and beta over the last six and twelve months. */
export function rollingSheet({ document, series }: Report): SheetPlan {
  const measures: readonly (readonly SeriesColumn[])[] = [
    columnsOf(series.rolling, { measure: 'sharpe', head: 'Sharpe ratio', kind: 'ratio' }),
    columnsOf(series.rolling, { measure: 'volatility', head: 'Volatility', kind: 'percent' }),
    columnsOf(series.rolling, { measure: 'beta', head: 'Beta', kind: 'ratio' }),
  ]
  const columns = measures.flat()
  const right = columns.length + 2
  const drawn = measures.slice(0, 2).filter((pair) => pair.length > 0 && pair.every(isDrawable))
  return {
    name,
    title: 'Rolling measures',
    lead: 'Each looks back over half a year’s and a year’s sessions, and so starts that much later. A dash: the window’s returns do not vary.',
    widths: [12, ...columns.map(() => 13), 3, ...Array.from({ length: 8 }, () => 11)],
    series: [{ head: 'Date', kind: 'date', values: series.dates }, ...columns],
    charts: drawn.map((pair, index) =>
      lineChart({
        title: pair[0]!.head.replace(/, .*/, ', rolling'),
        description: `${pair.map(({ head }) => head).join(' and ')} from ${document.period.from} to ${document.period.to}`,
        format: pair[0]!.kind === 'percent' ? '0%' : '0.0',
        place: { row: headRow + 1 + index * 18, column: right, rows: 16, columns: 8 },
        source: { sheet: name, firstRow: headRow + 1, count: series.dates.length, labels: 0 },
        lines: pair.map((column, line) => ({
          name: column.head.replace(/.*, /, ''),
          column: 1 + columns.indexOf(column),
          color: colors[line] ?? palette.muted,
        })),
      }),
    ),
  }
}

interface Measure {
  measure: 'sharpe' | 'volatility' | 'beta'
  head: string
  kind: 'ratio' | 'percent'
}

/** One column a window, empty as long as the window is not full. */
function columnsOf(windows: readonly RollingDocument[], { measure, head, kind }: Measure): SeriesColumn[] {
  return windows.flatMap((window) => {
    const values = window[measure]
    if (values === null || values.length === 0) return []
    const early = Array.from<Entry>({ length: window.sessions })
    return [{ head: `${head}, ${window.months} months`, kind, values: [...early, ...values] }]
  })
}

/** A chart would draw a dash as zero. */
function isDrawable({ values }: SeriesColumn): boolean {
  return !values.includes(null)
}
