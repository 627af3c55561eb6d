import { type Definition, type DefinitionGroup, definitions, type Measures, type MetricId } from '@portofino/metrics'
import type { SimulationResult } from '@portofino/simulator'
import { shorten, tableLines, wrap } from '../terminal/layout.ts'
import { missing } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { metricText } from './metric-text.ts'
import { sectionLines } from './section.ts'

/** Enough to judge a run; `--full` shows every measure. */
const key: ReadonlySet<MetricId> = new Set<MetricId>([
  'total_return',
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'max_drawdown',
  'time_under_water',
  'calmar',
  'ulcer',
  'var_95',
  'cvar_95',
  'win_rate_month',
  'best_day',
  'worst_day',
  'skew',
  'kurtosis',
  'psr',
  'turnover',
  'beta',
  'alpha',
  'correlation',
  'te',
  'ir',
  'capture_up',
  'capture_down',
])

const groupTitles: Record<DefinitionGroup, string> = {
  return: 'Return',
  risk: 'Risk',
  drawdown: 'Falls',
  ratio: 'Return for risk',
  distribution: 'Single days and months',
  benchmark: 'Against the benchmark',
  exposure: 'Exposure',
  flows: 'With flows',
}

const widthForPlainNames = 72

export interface KeyFiguresInput {
  metrics: Measures
  benchmark: SimulationResult['benchmark']
  /** Every measure instead of the ones most asked for. */
  full: boolean
}

/** Measures by group with plain words beside; those without a value say why. */
export function keyFigures({ metrics, benchmark, full }: KeyFiguresInput, screen: Screen): string[] {
  const { width, ink } = screen
  const shown = definitions.filter(
    ({ id, group }) => (full || key.has(id)) && (full || group !== 'benchmark' || benchmark !== null),
  )
  const groups = Map.groupBy(shown, ({ group }) => group)
  const rows: string[][] = []
  for (const [group, members] of groups) {
    rows.push([ink.muted(groupTitles[group])])
    rows.push(...members.map((definition) => figureRow(definition, { metrics, benchmark, screen })))
  }
  const head = [
    '',
    ...(width >= widthForPlainNames ? [''] : []),
    'Portfolio',
    ...(benchmark ? [shorten(benchmark.label, 10)] : []),
  ]
  const columns = head.map((_, index) => ({
    align:
      index === head.length - (benchmark ? 2 : 1) || (benchmark && index === head.length - 1)
        ? ('right' as const)
        : ('left' as const),
  }))
  const lines = tableLines(columns, [head.map((text) => ink.muted(text)), ...rows])
  const summary = full
    ? 'Every measure; portofino metrics ID defines each.'
    : '--full shows every measure; portofino metrics ID defines each.'
  return sectionLines({ title: 'Key figures', summary, lines: [...lines, ...reasons(shown, metrics, screen)] }, screen)
}

function figureRow(
  definition: Definition<MetricId>,
  { metrics, benchmark, screen }: Pick<KeyFiguresInput, 'metrics' | 'benchmark'> & { screen: Screen },
): string[] {
  const { id, name, plainName, group } = definition
  const { width, ink } = screen
  const flag = metrics.flags[id] === undefined ? '' : '*'
  const compared =
    group === 'benchmark' || group === 'exposure' || group === 'flows'
      ? ''
      : metricText(benchmark?.metrics.values[id] ?? null, definition)
  return [
    `  ${name}`,
    ...(width >= widthForPlainNames ? [ink.muted(shorten(plainName, 34))] : []),
    metricText(metrics.values[id], definition) + flag,
    ...(benchmark ? [ink.muted(compared)] : []),
  ]
}

/** One line for each reason, and for the mark of a yearly rate from less than a year. */
function reasons(shown: readonly Definition<MetricId>[], metrics: Measures, { width, ink }: Screen): string[] {
  const byReason = Map.groupBy(
    shown.filter(({ id }) => metrics.values[id] === null),
    ({ id }) => metrics.reasons[id] ?? 'undefined',
  )
  const missed = [...byReason].map(([reason, members]) => `${missing} ${members.map(({ name }) => name).join(', ')}: ${reason}.`)
  const flagged = shown.some(({ id }) => metrics.flags[id] !== undefined)
    ? ['* a yearly rate from less than a year: read it with care.']
    : []
  const lines = [...missed, ...flagged].flatMap((text) => wrap(text, width)).map((line) => ink.muted(line))
  return lines.length === 0 ? [] : ['', ...lines]
}
