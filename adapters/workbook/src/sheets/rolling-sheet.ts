import type { RollingDocument } from '@portofino/simulator'
import { percentAxis, ratioAxis } from '../page/axis-scale.ts'
import { lineChart } from '../page/charts.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { Entry, SeriesColumn, SheetPlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Rolling'
const colors = [palette.series2, palette.series1]

/** Sharpe ratio, volatility and beta over the last six and twelve months. */
export function rollingSheet({ document, series }: Report): SheetPlan {
  const first = firstFull(series.rolling)
  const dates = series.dates.slice(first)
  const measures: readonly (readonly SeriesColumn[])[] = [
    columnsOf(series.rolling, first, { measure: 'sharpe', head: 'Sharpe ratio', kind: 'ratio' }),
    columnsOf(series.rolling, first, { measure: 'volatility', head: 'Volatility', kind: 'percent' }),
    columnsOf(series.rolling, first, { measure: 'beta', head: 'Beta', kind: 'ratio' }),
  ]
  const columns = measures.flat()
  const right = columns.length + 2
  const drawn = measures.filter((pair) => pair.length > 0 && pair.every(isDrawable))
  return {
    name,
    title: 'Rolling measures',
    lead:
      columns.length === 0
        ? 'The run is too short: each measure looks back over half a year’s and a year’s sessions.'
        : 'Each looks back over half a year’s and a year’s sessions, and so starts that much later. A dash: the window’s returns do not vary.',
    widths: [12, ...columns.map(() => 13), 3, ...Array.from({ length: 8 }, () => 11)],
    series: [{ head: 'Date', kind: 'date', values: dates }, ...columns],
    charts: drawn.map((pair, index) =>
      lineChart({
        title: pair[0]!.head.replace(/,\n.*/, ', rolling'),
        description: `${pair.map(({ head }) => head.replace('\n', ' ')).join(' and ')} from ${document.period.from} to ${document.period.to}`,
        format: (pair[0]!.kind === 'percent' ? percentAxis : ratioAxis)(pair.flatMap(({ values }) => values.filter(isNumber))),
        place: { row: headRow + 1 + index * 18, column: right, rows: 16, columns: 8 },
        source: { sheet: name, firstRow: headRow + 1, count: dates.length, labels: 0 },
        lines: pair.map((column, line) => ({
          name: column.head.replace(/.*,\n/, ''),
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

/** The first session with a window behind it, where the sheet begins. */
function firstFull(windows: readonly RollingDocument[]): number {
  return Math.min(...windows.map(({ sessions }) => sessions))
}

/** One column a window, empty as long as the window is not full. */
function columnsOf(windows: readonly RollingDocument[], first: number, { measure, head, kind }: Measure): SeriesColumn[] {
  return windows.flatMap((window) => {
    const values = window[measure]
    if (values === null || values.length === 0) return []
    const early = Array.from<Entry>({ length: window.sessions - first })
    return [{ head: `${head},\n${window.months} months`, kind, values: [...early, ...values] }]
  })
}

function isNumber(entry: Entry): entry is number {
  return typeof entry === 'number'
}

/** A chart would draw a dash as zero. */
function isDrawable({ values }: SeriesColumn): boolean {
  return !values.includes(null)
}
