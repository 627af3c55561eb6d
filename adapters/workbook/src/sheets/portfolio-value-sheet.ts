import type { SheetChart } from 'hucre/xlsx'
import { growthScale, ratioAxis } from '../page/axis-scale.ts'
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
  const { series, benchmarkName } = report
  const compared: SeriesColumn[] =
    benchmarkName === null || series.benchmark === null
      ? []
      : [{ head: `Benchmark ${benchmarkName}`, kind: 'index', values: series.benchmark }]
  return {
    name,
    title: name,
    lead: 'At the close of each session. The index is the value over the capital, 1 at the first session.',
    widths: [12, 18, 12, ...compared.map(() => 16), 3, ...Array.from({ length: 8 }, () => 11)],
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
export function growthChart(report: Report, place: ChartPlan['place']): SheetChart {
  const { document, series } = report
  const { period } = document
  const { title, values, ...drawn } = series.benchmark === null ? moneyLine(report) : indexLines(report, series.benchmark)
  const scale = growthScale(values)
  return lineChart({
    ...drawn,
    title: scale === undefined ? title : `${title}, logarithmic scale`,
    description: `${title} from ${period.from} to ${period.to}`,
    scale,
    place,
    source: { sheet: name, firstRow: headRow + 1, count: series.dates.length, labels: 0 },
  })
}

type Drawn = Pick<ChartPlan, 'title' | 'format' | 'lines'> & { values: readonly number[] }

function moneyLine({ series, currency }: Report): Drawn {
  return {
    title: `Portfolio value, ${currency}`,
    format: moneyFormat(currency, 0),
    lines: [{ name, column: 1, color: palette.series1 }],
    values: series.value,
  }
}

function indexLines({ series, benchmarkName }: Report, benchmark: readonly number[]): Drawn {
  const values = [...series.index, ...benchmark]
  return {
    title: 'Growth of 1',
    format: growthScale(values) === undefined ? ratioAxis(values) : '[<1]0.0##;#,##0',
    lines: [
      { name: benchmarkName ?? 'Benchmark', column: 3, color: palette.benchmark },
      { name: 'Portfolio', column: 2, color: palette.series1 },
    ],
    values,
  }
}
