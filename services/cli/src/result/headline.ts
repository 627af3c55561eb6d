import type { MetricId } from '@portofino/metrics'
import type { SimulationResult } from '@portofino/simulator'
import { padRight, tableLines, visibleWidth } from '../terminal/layout.ts'
import { decimal, missing, money, percent, signedPercent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { benchmarkName } from './benchmark-name.ts'
import { bySign } from './by-sign.ts'

type Measured = SimulationResult['metrics']

interface Tile {
  id: MetricId
  label: string
  text: (value: number) => string
  /** Whether a gain or a loss. */
  signed: boolean
}

const tiles: readonly Tile[] = [
  { id: 'total_return', label: 'total return', text: signedPercent, signed: true },
  { id: 'cagr', label: 'CAGR, a year', text: signedPercent, signed: true },
  { id: 'max_drawdown', label: 'worst fall', text: signedPercent, signed: true },
  { id: 'sharpe', label: 'Sharpe ratio', text: decimal, signed: false },
  { id: 'volatility', label: 'volatility', text: percent, signed: false },
]

const widthForTiles = 72
/** Its name stands at the end of its row. */
const benchmarkWidth = 10

/** The answer first: what the capital became, then the five numbers that most people ask for, the benchmark's below. */
export function headline(
  result: Pick<SimulationResult, 'metrics' | 'series' | 'benchmark'>,
  currency: string,
  screen: Screen,
): string[] {
  const { ink, width } = screen
  const [first, last] = [result.series.value[0] ?? 0, result.series.value.at(-1) ?? 0]
  const answer = `${money(first, currency)} became ${money(last, currency)}`
  const compared = benchmarkAnswer(result, currency)
  const head = `${ink.strong(answer)}${compared === null ? '' : `   ${ink.muted(compared)}`}`
  const stacked = compared !== null && visibleWidth(head) > width
  const numbers = width >= widthForTiles ? tileRow(result, screen) : tileList(result, screen)
  return [...(stacked ? [ink.strong(answer), ink.muted(compared)] : [head]), '', ...numbers]
}

function benchmarkAnswer({ series, benchmark }: Pick<SimulationResult, 'series' | 'benchmark'>, currency: string): string | null {
  const index = series.benchmark?.at(-1)
  if (benchmark === null || index === undefined) return null
  return `${benchmarkName(benchmark.label, 40)}: ${money((series.value[0] ?? 0) * index, currency)}`
}

/** An asterisk, explained below the key figures, marks a yearly rate from less than a year. */
function tileText({ id, text, signed }: Tile, metrics: Measured, ink: Screen['ink'] | null): string {
  const value = metrics.values[id]
  if (value === null) return missing
  const number = id === 'max_drawdown' ? -value : value
  const marked = text(number) + (metrics.flags[id] === undefined ? '' : '*')
  return signed && ink ? bySign(marked, number, ink) : marked
}

function tileRow({ metrics, benchmark }: Pick<SimulationResult, 'metrics' | 'benchmark'>, { width, ink }: Screen): string[] {
  const tileWidth = Math.min(16, Math.floor((width - benchmarkWidth) / tiles.length))
  const row = (texts: string[]): string =>
    texts
      .map((text) => padRight(text, tileWidth))
      .join('')
      .trimEnd()
  const compared = benchmark && tiles.map((tile) => tileText(tile, benchmark.metrics, null))
  return [
    row(tiles.map((tile) => ink.strong(tileText(tile, metrics, ink)))),
    row(tiles.map(({ label }) => ink.muted(label))),
    ...(compared ? [ink.muted(row([...compared, benchmarkName(benchmark.label, benchmarkWidth)]))] : []),
  ]
}

function tileList({ metrics, benchmark }: Pick<SimulationResult, 'metrics' | 'benchmark'>, { ink }: Screen): string[] {
  const rows = tiles.map((tile) => [
    ink.muted(tile.label),
    ink.strong(tileText(tile, metrics, ink)),
    ...(benchmark === null ? [] : [ink.muted(tileText(tile, benchmark.metrics, null))]),
  ])
  return tableLines([{ align: 'left' }, { align: 'right' }, { align: 'right' }], rows)
}
