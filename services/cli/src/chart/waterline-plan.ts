import { money } from '../terminal/numbers.ts'
import { Canvas } from './canvas.ts'
import type { CurvePlace } from './curve.ts'
import { timePosition, type TimeScale } from './time-axis.ts'
import { dotPosition, roundTicks, type ValueScale, valueScale } from './value-axis.ts'

export interface WaterlineInput {
  days: Int32Array
  /** Money. */
  value: Float64Array
  /** Zero or negative fractions. */
  drawdown: Float64Array
  currency: string
  /** Money, from the same first value. */
  benchmark: { label: string; value: Float64Array } | null
}

/** Where everything goes before anything is painted. */
export interface WaterlinePlan {
  canvas: Canvas
  input: WaterlineInput
  time: TimeScale
  equity: { place: CurvePlace; scale: ValueScale }
  depth: { place: CurvePlace; scale: ValueScale }
  hasEndLabels: boolean
}

const drawdownRows = 5
/** Narrower, and the last values leave their place beside the curves to the curves. */
const widthForEndLabels = 64
const endLabelWidth = 12
export const mostTicks = 5
/** A free row above and one below the curve hold its annotations; in dots. */
const headroom = 4

export function waterlinePlan(input: WaterlineInput, width: number): WaterlinePlan {
  const drawn = input.benchmark ? [input.value, input.benchmark.value] : [input.value]
  const lowest = Math.min(...drawn.map((values) => values.reduce((a, b) => Math.min(a, b))))
  const highest = Math.max(...drawn.map((values) => values.reduce((a, b) => Math.max(a, b))))
  const rows = Math.max(9, Math.min(14, Math.round(width / 6)))
  const scale = valueScale(lowest, highest, rows * 4 - 2 * headroom)
  const labels = ['−100%', ...roundTicks(scale, mostTicks).map((tick) => tickLabel(tick, input.currency))]
  const left = Math.max(...labels.map((label) => label.length)) + 1
  const hasEndLabels = width >= widthForEndLabels
  const columns = Math.max(10, width - left - (hasEndLabels ? endLabelWidth : 0))
  const deepest = input.drawdown.reduce((a, b) => Math.min(a, b))
  return {
    canvas: new Canvas(width, rows + 1 + drawdownRows + 2),
    input,
    time: { from: input.days[0] ?? 0, to: input.days.at(-1) ?? 0, columns },
    equity: { place: { left, top: 0, columns, rows }, scale },
    depth: {
      place: { left, top: rows + 1, columns, rows: drawdownRows },
      scale: { kind: 'linear', highest: 0, lowest: Math.min(deepest, -0.0001), dots: drawdownRows * 4 },
    },
    hasEndLabels,
  }
}

/** In dots from the canvas's top. */
export function equityDot(value: number, { scale }: WaterlinePlan['equity']): number {
  return headroom + Math.round(dotPosition(value, scale))
}

/** Row of the canvas. */
export function equityRow(value: number, equity: WaterlinePlan['equity']): number {
  return equity.place.top + Math.floor(equityDot(value, equity) / 4)
}

/** Column of a session among `steps`: the plot's columns, or its dots. */
export function sessionPosition(session: number, { input, time }: WaterlinePlan, steps: number): number {
  return timePosition(input.days[session] ?? time.from, time, steps)
}

/** Whole money; from ten million on in millions. */
export function tickLabel(tick: number, currency: string): string {
  if (Math.abs(tick) >= 1e7) return `${money(tick / 1e6, currency).replace(/\.00$/, '')}m`
  return money(tick, currency).replace(/\.00$/, '')
}
