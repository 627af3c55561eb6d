import type { SimulationResult } from '@portofino/simulator'
import { padRight, shorten, tableLines } from '../terminal/layout.ts'
import { decimal, missing, money, percent, signedPercent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { bySign } from './by-sign.ts'

type Measured = SimulationResult['metrics']

interface Tile {
  label: string
  value: (metrics: Measured) => number | null
  text: (value: number) => string
  /** Whether a gain or a loss. */
  signed: boolean
}

const tiles: Tile[] = [
  { label: 'total return', value: (metrics) => metrics.values.total_return, text: signedPercent, signed: true },
  { label: 'CAGR, a year', value: (metrics) => metrics.values.cagr, text: signedPercent, signed: true },
  { label: 'worst fall', value: (metrics) => negative(metrics.values.max_drawdown), text: signedPercent, signed: true },
  { label: 'Sharpe ratio', value: (metrics) => metrics.values.sharpe, text: decimal, signed: false },
  { label: 'volatility', value: (metrics) => metrics.values.volatility, text: percent, signed: false },
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
  const beside = compared !== null && answer.length + compared.length + 3 <= width
  const head =
    compared === null
      ? [ink.strong(answer)]
      : beside
        ? [`${ink.strong(answer)}   ${ink.muted(compared)}`]
        : [ink.strong(answer), ink.muted(compared)]
  return [...head, '', ...(width >= widthForTiles ? tileRow(result, screen) : tileList(result, screen))]
}

function benchmarkAnswer({ series, benchmark }: Pick<SimulationResult, 'series' | 'benchmark'>, currency: string): string | null {
  const index = series.benchmark?.at(-1)
  if (benchmark === null || index === undefined) return null
  return `${shorten(benchmark.label, 24)}: ${money((series.value[0] ?? 0) * index, currency)}`
}

function tileText({ value, text, signed }: Tile, metrics: Measured, ink: Screen['ink'] | null): string {
  const number = value(metrics)
  if (number === null) return missing
  return signed && ink ? bySign(text(number), number, ink) : text(number)
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
    ...(compared ? [ink.muted(row([...compared, shorten(benchmark.label, benchmarkWidth)]))] : []),
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

function negative(value: number | null): number | null {
  return value === null ? null : -value
}
