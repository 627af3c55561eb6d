import { optionGuide } from '@portofino/strategy'
import type { RunResult, RunSeries } from '../../../api/queries.ts'
import { absent, day, ratio, signedPercent, signedPercentLevel, tone } from '../../../format.ts'
import type { Money } from '../../../format.ts'
import type { chartUnits } from '../../../paths.ts'
import type { TimeSeriesColumns } from '../../../ui/chart/time-series-engine.ts'
import type { RunRange } from '../period/run-range.ts'

export type ChartUnit = (typeof chartUnits)[number]

/** How the main chart shows a run. */
export interface ChartView {
  unit: ChartUnit
  isLog: boolean
  hasBenchmark: boolean
  hasDrawdown: boolean
}

/** Columns as they are drawn, and how their levels are written. */
interface ChartContent {
  columns: TimeSeriesColumns
  /** The level at which the line begins. */
  start: number
  /** Of an axis, in as many decimals as tell its levels apart. */
  level: (value: number, decimals: number) => string
  exact: (value: number) => string
}

/**
 * In money, the benchmark begins with the same capital. In percent and indexed, both begin at the start of the part that is shown.
 * All levels are multiples of something positive, so that each unit has a logarithmic scale.
 */
export function chartContent(series: RunSeries, { unit, isLog, hasBenchmark }: ChartView, part: ChartPart): ChartContent {
  const { dates, value, drawdown } = series
  const benchmark = hasBenchmark ? series.benchmark : null
  const base = unit === 'value' ? 0 : part.fromIndex
  const start = unit === 'value' ? (value[0] ?? 0) : 1
  const scaled = (column: readonly number[]): (number | null)[] => {
    const from = column[base] ?? 0
    const factor = from === 0 ? 0 : start / from
    return column.map((entry) => (isLog && entry <= 0 ? null : entry * factor))
  }
  return {
    columns: {
      dates,
      value: scaled(value),
      benchmark: benchmark === null ? null : scaled(benchmark),
      drawdown,
      benchmarkDrawdown: hasBenchmark ? series.benchmark_drawdown : null,
    },
    start,
    ...writing(unit, part),
  }
}

interface ChartPart {
  fromIndex: number
  currency: string
  money: Money
}

function writing(unit: ChartUnit, { currency, money }: ChartPart): Pick<ChartContent, 'level' | 'exact'> {
  if (unit === 'percent')
    return { level: (value, decimals) => signedPercentLevel(value - 1, decimals), exact: (value) => signedPercent(value - 1) }
  if (unit === 'indexed')
    return { level: (value, decimals) => ratio(value * 100, Math.max(0, decimals - 2)), exact: (value) => ratio(value * 100) }
  return { level: (value) => money(value, currency).replace(/\.00$/, ''), exact: (value) => money(value, currency) }
}

/** The currency of a run, and what it began with. */
export function capitalOf({ policies }: Pick<RunResult, 'policies'>): { currency: string; capital: number } {
  const valueOf = (id: string): string | undefined => policies.find((policy) => policy.id === id)?.value
  return { currency: valueOf('ccy') ?? 'USD', capital: Number(valueOf('capital') ?? optionGuide('capital').default) }
}

export interface DayReading {
  day: string
  value: string
  benchmark: string | null
  drawdown: string
  /** The color of the drawdown. */
  tone: ReturnType<typeof tone>
}

/** What is read at a session. */
export function readingAt({ columns, exact }: ChartContent, index: number): DayReading {
  const { dates, value, benchmark, drawdown } = columns
  const written = (level: number | null | undefined): string => (level === null || level === undefined ? absent : exact(level))
  return {
    day: day(dates[index] ?? dates.at(-1)!),
    value: written(value[index]),
    benchmark: benchmark === null ? null : written(benchmark[index]),
    drawdown: signedPercent(drawdown[index]),
    tone: tone(drawdown[index]),
  }
}

/** The same as one sentence, for screen readers. */
export function readingInWords({ day: date, value, benchmark, drawdown }: DayReading, benchmarkName: string): string {
  const other = benchmark === null ? '' : `, ${benchmarkName} ${benchmark}`
  return `${date}: portfolio ${value}${other}, drawdown ${drawdown}`
}

/** What the chart shows, in a sentence. */
export function chartSummary(content: ChartContent, range: RunRange, benchmarkName: string): string {
  const { fromIndex, toIndex } = range
  const { columns } = content
  const [first, last] = [readingAt(content, fromIndex), readingAt(content, toIndex)]
  const other = last.benchmark === null ? '' : `, ${benchmarkName} at ${last.benchmark}`
  let low = fromIndex
  for (let index = fromIndex; index <= toIndex; index++) if (columns.drawdown[index]! < columns.drawdown[low]!) low = index
  const fall =
    columns.drawdown[low]! < 0
      ? ` It stood lowest below ${range.isWhole ? 'its last high' : 'the high of the whole run'} on ${day(columns.dates[low]!)}, ${signedPercent(columns.drawdown[low])}.`
      : ''
  return `From ${first.day} to ${last.day} the portfolio went from ${first.value} to ${last.value}${other}.${fall}`
}
