import { definitions } from '@portofino/metrics'
import type { Attribution, DrawdownDocument, ResultDocument } from '@portofino/simulator'

/** Cells that a report must hold, from a corner down and to the right; rows and columns count from 1, as a reader sees them. */
export interface ExpectedCells {
  sheet: string
  row: number
  column: number
  /** Dates as ISO 8601; a null must be a dash, an undefined stays empty. */
  rows: (string | number | null | undefined)[][]
}

const first = 5

/** What a report must say of a document with a benchmark, taken from the document without the code of the sheets. */
export function expectedCells(document: ResultDocument): ExpectedCells[] {
  return [...seriesCells(document), ...tableCells(document)]
}

function seriesCells(document: ResultDocument): ExpectedCells[] {
  const series = document.series!
  const byDate = (...columns: (readonly (number | null | undefined)[] | null)[]): ExpectedCells['rows'] =>
    series.dates.map((date, session) => [date, ...columns.map((column) => column![session])])
  const firstFull = Math.min(...series.rolling.map(({ sessions }) => sessions))
  const late = series.rolling.map(({ sessions }) => Array.from<undefined>({ length: sessions }))
  const rolling = (['sharpe', 'volatility', 'beta'] as const).flatMap((measure) =>
    series.rolling.map((window, i) => [...late[i]!, ...window[measure]!]),
  )
  const parts: [string, ExpectedCells['rows']][] = [
    ['Portfolio value', byDate(series.value, series.index, series.benchmark)],
    ['Daily returns', Object.entries(document.daily_returns!)],
    ['Cumulative returns', Object.entries(document.cumulative_returns!)],
    ['Drawdowns', byDate(series.drawdown, series.benchmark_drawdown)],
    ['Rolling', byDate(...rolling).slice(firstFull)],
    ['Exposure', byDate(...[series.gross, series.net, series.cash].map(withoutNoise))],
  ]
  return parts.map(([sheet, rows]) => ({ sheet, row: first, column: 1, rows }))
}

function tableCells(document: ResultDocument): ExpectedCells[] {
  const { legs, attribution, tearsheet, policies, metrics } = document
  const { edges, counts } = tearsheet.distribution
  const whole = ['Total return', undefined, metrics.total_return]
  const parts: [string, ExpectedCells['rows']][] = [
    ['Metrics', metricRows(document)],
    [
      'Holdings',
      legs.map(({ symbol, name, side, ...weights }) => [
        symbol,
        name,
        side === 'L' ? 'long' : 'short',
        ...Object.values(weights),
      ]),
    ],
    ['Monthly returns', monthRows(document)],
    ['Contribution', [...attribution.rows.map(({ label, contribution }) => [label, undefined, contribution]), whole]],
    ['Distribution', counts.map((count, bin) => [...edges.slice(bin, bin + 2), count])],
    [
      'Crisis windows',
      tearsheet.crises.map((crisis) => [
        crisis.name,
        crisis.from,
        crisis.to,
        crisis.return,
        crisis.benchmark_return,
        crisis.max_drawdown,
      ]),
    ],
    [
      'Policies and notes',
      policies.map(({ id, value, is_default, meaning }) => [id, value, is_default ? 'default' : 'command', grouped(meaning)]),
    ],
    ['Definitions', definitions.map(({ id, name }) => [id, name])],
  ]
  return [...parts.map(([sheet, rows]) => ({ sheet, row: first, column: 1, rows })), ...lowerCells(document)]
}

/** Tables that stand below or beside others. */
function lowerCells({ attribution, tearsheet, policies, series }: ResultDocument): ExpectedCells[] {
  const session = new Map(series!.dates.map((date, i) => [date, i]))
  const monthEnds = tearsheet.months.map(({ to }) => [to, ...series!.weights.map((weights) => weights[session.get(to)!])])
  const years = attribution.years.map(({ year, ...period }) => [year, undefined, ...contributionRow(period)])
  const meanings = definitions.map(({ meaning, formula, undefinedWhen, source }) => [
    meaning,
    formula,
    undefinedWhen,
    source ?? undefined,
  ])
  const below = 28 + tearsheet.drawdowns.length
  return [
    { sheet: 'Drawdowns', row: 24, column: 5, rows: tearsheet.drawdowns.map(drawdownRow) },
    { sheet: 'Drawdowns', row: below, column: 5, rows: tearsheet.benchmark_drawdowns!.map(drawdownRow) },
    { sheet: 'Exposure', row: 24, column: 6, rows: monthEnds },
    { sheet: 'Contribution', row: 24, column: 1, rows: years },
    { sheet: 'Definitions', row: first, column: 4, rows: meanings },
    { sheet: 'Definitions', row: first + definitions.length + 4, column: 1, rows: policies.map(({ id, value }) => [id, value]) },
  ]
}

const lossRemark: ReadonlyMap<string, string> = new Map(
  ['max_drawdown', 'var_95', 'var_99', 'cvar_95', 'cvar_99', 'var_normal', 'var_normal_99', 'var_cf', 'var_cf_99'].map((id) => [
    id,
    'A loss, shown as a positive share.',
  ]),
)

function metricRows({ metrics, metric_reasons, benchmark }: ResultDocument): ExpectedCells['rows'] {
  return definitions.map(({ id, name, group, unit, meaning }) => {
    const ofBenchmark = ['benchmark', 'exposure', 'flows'].includes(group) ? undefined : benchmark!.metrics[id]
    return [
      id,
      name,
      metrics[id],
      ofBenchmark,
      unit,
      meaning,
      metrics[id] === null ? `Undefined: ${metric_reasons[id]}.` : lossRemark.get(id),
    ]
  })
}

function monthRows({ tearsheet: { months, years } }: ResultDocument): ExpectedCells['rows'] {
  return years.map((whole) => [
    whole.year,
    ...Array.from({ length: 12 }, (_, i) => months.find(({ year, month }) => year === whole.year && month === i + 1)?.return),
    whole.return,
  ])
}

function drawdownRow({
  peak,
  trough,
  recovery,
  depth,
  calendar_days,
  sessions,
  days_to_trough,
}: DrawdownDocument): (string | number)[] {
  return [peak, trough, recovery ?? 'open', depth, calendar_days, sessions, days_to_trough]
}

function contributionRow({ contributions, total }: Pick<Attribution['years'][number], 'contributions' | 'total'>): number[] {
  return [...contributions, total]
}

/** The invented document has many cents in cash, and no share smaller than this but noise. */
function withoutNoise(values: readonly number[]): number[] {
  return values.map((value) => (Math.abs(value) < 1e-12 ? 0 : value))
}

/** `The run began with 250,000 EUR.` */
function grouped(meaning: string): string {
  return meaning.replace(/\d{4,}(?= EUR)/, (digits) => Number(digits).toLocaleString('en-US'))
}
