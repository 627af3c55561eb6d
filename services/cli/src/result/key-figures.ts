import { type Definition, type DefinitionGroup, definitions, type Measures, type MetricId } from '@portofino/metrics'
import type { SimulationResult } from '@portofino/simulator'
import type { Ink } from '../terminal/ink.ts'
import { padLeft, shorten, visibleWidth, wrap } from '../terminal/layout.ts'
import { missing } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { benchmarkName } from './benchmark-name.ts'
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

/** As a person asks: what it brought, what it risked, whether that was worth it. */
const groupOrder: readonly DefinitionGroup[] = [
  'return',
  'risk',
  'drawdown',
  'ratio',
  'distribution',
  'benchmark',
  'exposure',
  'flows',
]

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

const widestHead = 10

export interface KeyFiguresInput {
  metrics: Measures
  benchmark: SimulationResult['benchmark']
  /** Every measure instead of the ones most asked for. */
  full: boolean
}

/** Measures by group, figures first, plain words after the name; those without a value say why. */
export function keyFigures({ metrics, benchmark, full }: KeyFiguresInput, screen: Screen): string[] {
  const { ink } = screen
  const shown = definitions.filter(({ id, group }) => full || (key.has(id) && (group !== 'benchmark' || benchmark !== null)))
  const heads = ['Portfolio', ...(benchmark ? [benchmarkName(benchmark.label, widestHead)] : [])]
  const figures = new Map(shown.map((definition) => [definition.id, figureTexts(definition, { metrics, benchmark })]))
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...[...figures.values()].map((texts) => texts[index]?.length ?? 0)),
  )
  const aligned = (texts: readonly string[]): string =>
    widths.map((width, index) => padLeft(texts[index] ?? '', width)).join('  ')
  const lines = groupOrder.flatMap((group) => {
    const members = shown.filter((definition) => definition.group === group)
    if (members.length === 0) return []
    const rows = members.map((definition) => {
      const numbers = aligned(figures.get(definition.id) ?? [])
      return `${numbers}    ${nameWithMeaning(definition, screen.width - visibleWidth(numbers) - 4, ink)}`
    })
    return [
      `${' '.repeat(aligned([]).length)}  ${ink.muted(shorten(groupTitles[group], screen.width - aligned([]).length - 2))}`,
      ...rows,
    ]
  })
  lines[0] = ink.muted(aligned(heads)) + (lines[0] ?? '').slice(aligned([]).length)
  const summary = full
    ? 'Every measure; portofino metrics ID defines each.'
    : '--full shows every measure; portofino metrics ID defines each.'
  return sectionLines({ title: 'Key figures', summary, lines: [...lines, ...reasons(shown, metrics, screen)] }, screen)
}

type Figures = Pick<KeyFiguresInput, 'metrics' | 'benchmark'>

/** Of the portfolio and of the benchmark itself, where the measure makes sense for an index alone. */
function figureTexts(definition: Definition<MetricId>, { metrics, benchmark }: Figures): string[] {
  const { id, group } = definition
  const own = metricText(metrics.values[id], definition) + (metrics.flags[id] === undefined ? '' : '*')
  if (benchmark === null) return [own]
  const isOfPositions = group === 'benchmark' || group === 'exposure' || group === 'flows'
  return [own, isOfPositions ? '' : metricText(benchmark.metrics.values[id], definition)]
}

/** The plain words shrink first, then go. */
function nameWithMeaning({ name, plainName }: Definition, room: number, ink: Ink): string {
  const left = room - name.length - 2
  return left < Math.min(plainName.length, 24) ? shorten(name, room) : `${name}  ${ink.muted(shorten(plainName, left))}`
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
