import type { DrawdownDocument } from '@portofino/simulator'
import { percentAxis } from '../page/axis-scale.ts'
import { areaChart, lineChart } from '../page/charts.ts'
import type { ChartPlan } from '../page/charts.ts'
import { palette } from '../page/palette.ts'
import { headRow } from '../page/sheet-plan.ts'
import type { SeriesColumn, SheetPlan, TablePlan } from '../page/sheet-plan.ts'
import type { Report } from '../report.ts'

const name = 'Drawdowns'
const chartRows = 16

/** Distance below the highest value so far: by session, drawn, and the ten deepest falls. */
export function drawdownsSheet(report: Report): SheetPlan {
  const { document, series, benchmarkName } = report
  const { tearsheet } = document
  const compared: SeriesColumn[] =
    benchmarkName === null || series.benchmark_drawdown === null
      ? []
      : [{ head: `Benchmark ${benchmarkName}`, kind: 'percent', values: series.benchmark_drawdown }]
  const column = 3 + compared.length
  const below = headRow + chartRows + 3
  const tables = [worst(tearsheet.drawdowns, { row: below, column, title: 'Ten worst drawdowns' })]
  if (benchmarkName !== null && tearsheet.benchmark_drawdowns !== null) {
    const title = `Ten worst drawdowns of the benchmark ${benchmarkName}`
    tables.push(worst(tearsheet.benchmark_drawdowns, { row: below + tearsheet.drawdowns.length + 4, column, title }))
  }
  return {
    name,
    title: name,
    lead: 'How far the value stands below the highest one so far. A fall ends when that value is reached again; until then it is open.',
    widths: [12, 12, ...compared.map(() => 16), 3, 12, 12, 12, 11, 11, 11, 15],
    series: [
      { head: 'Date', kind: 'date', values: series.dates },
      { head: 'Drawdown', kind: 'percent', values: series.drawdown },
      ...compared,
    ],
    tables,
    charts: [chart(report, { row: headRow + 1, column, rows: chartRows, columns: 7 })],
  }
}

/** Filled where it is drawn alone; with a benchmark two lines, since one area would hide the other. */
function chart({ document: { period }, series, benchmarkName }: Report, place: ChartPlan['place']): ReturnType<typeof areaChart> {
  const { drawdown, benchmark_drawdown: compared } = series
  const plan = {
    title: 'Drawdown',
    description: `Drawdown from ${period.from} to ${period.to}`,
    scale: { max: 0 },
    format: percentAxis([...drawdown, ...(compared ?? [])]),
    place,
    source: { sheet: name, firstRow: headRow + 1, count: series.dates.length, labels: 0 },
  }
  if (benchmarkName === null || compared === null)
    return areaChart({ ...plan, lines: [{ name: 'Drawdown', column: 1, color: palette.lossFill }] })
  return lineChart({
    ...plan,
    lines: [
      { name: benchmarkName, column: 2, color: palette.benchmark },
      { name: 'Portfolio', column: 1, color: palette.loss },
    ],
  })
}

function worst(drawdowns: readonly DrawdownDocument[], place: { row: number; column: number; title: string }): TablePlan {
  return {
    ...place,
    columns: [
      { head: 'Peak', kind: 'date' },
      { head: 'Trough', kind: 'date' },
      { head: 'Recovery', kind: 'date' },
      { head: 'Depth', kind: 'percent' },
      { head: 'Days', kind: 'count' },
      { head: 'Sessions', kind: 'count' },
      { head: 'Days to trough', kind: 'count' },
    ],
    rows: drawdowns.length === 0 ? [[{ value: 'None.', kind: 'text' }]] : drawdowns.map(drawdownRow),
  }
}

function drawdownRow(fall: DrawdownDocument): TablePlan['rows'][number] {
  return [
    fall.peak,
    fall.trough,
    fall.recovery ?? { value: 'open', kind: 'text' },
    fall.depth,
    fall.calendar_days,
    fall.sessions,
    fall.days_to_trough,
  ]
}
