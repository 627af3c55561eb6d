import type { Style } from '../terminal/ink.ts'
import { percent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { Canvas } from './canvas.ts'
import { type CurvePlace, paintCurve, paintDashedCurve } from './curve.ts'
import { dotPosition, roundTicks, type ValueScale } from './value-axis.ts'

/** A portfolio by what it risks and what it is expected to earn, both a year. */
export interface RiskAndReturn {
  volatility: number
  return: number
}

export interface FrontierMark extends RiskAndReturn {
  /** One character; later marks cover earlier ones. */
  mark: string
  style: Style
  /** Beside the mark, where there is room. */
  label?: string
}

export interface FrontierChartInput {
  /** Points of the efficient frontier, from least volatility. */
  curve: readonly RiskAndReturn[]
  marks: readonly FrontierMark[]
  /** Of the line on which cash and the tangency portfolio mix; null for none. */
  tangent: { rate: number; touches: RiskAndReturn } | null
}

interface Plan {
  canvas: Canvas
  place: CurvePlace
  across: ValueScale
  up: ValueScale
}

const rows = 16
const mostTicks = 6

export interface FrontierChart {
  lines: string[]
  /** Marks that no other covers. */
  seen: readonly FrontierMark[]
}

/** Volatility to the right, return upwards. */
export function frontierChart(input: FrontierChartInput, { width, ink }: Screen): FrontierChart {
  const plan = frontierPlan(input, width)
  const { canvas, place } = plan
  paintAxes(plan)
  if (input.tangent !== null) paintDashedCurve(canvas, tangentLine(input.tangent, plan), { place, style: 'muted' })
  paintCurve(
    canvas,
    input.curve.map((point) => dotOf(point, plan)),
    { place, style: 'accent' },
  )
  for (const mark of input.marks) paintMark(plan, mark)
  for (const mark of input.marks) labelMark(plan, mark)
  const below = nameVolatilities(plan) ? [] : [ink.muted(acrossTitle.padStart(Math.min(width, canvas.width - 1)))]
  const lastOf = new Map(input.marks.map((mark) => [placeOf(mark, plan), mark]))
  return { lines: [...canvas.lines(ink), ...below], seen: input.marks.filter((mark) => lastOf.get(placeOf(mark, plan)) === mark) }
}

const acrossTitle = 'volatility a year'

function placeOf(mark: FrontierMark, plan: Plan): string {
  const { column, row } = cellOf(mark, plan)
  return `${column} ${row}`
}

/** At the right, as low as nothing is covered by it; false where there is no room. */
function nameVolatilities({ canvas, place: { left, top } }: Plan): boolean {
  const start = canvas.width - 1 - acrossTitle.length
  if (start <= left) return false
  for (let row = top + rows - 1; row >= top + rows - 4; row--) {
    if (!canvas.isFree(start - 1, row, acrossTitle.length + 1)) continue
    canvas.write(start, row, { text: acrossTitle, style: 'muted' })
    return true
  }
  return false
}

function frontierPlan({ curve, marks }: FrontierChartInput, width: number): Plan {
  const points = [...curve, ...marks]
  const up = roomyScale(
    points.map((point) => point.return),
    rows * 4,
  )
  const left = Math.max(...tickTexts(roundTicks(up, mostTicks)).map((text) => text.length), 6) + 1
  const columns = Math.max(10, width - left - 1)
  const across = roomyScale(
    points.map(({ volatility }) => volatility),
    columns * 2,
  )
  return { canvas: new Canvas(width, rows + 3), place: { left, top: 1, columns, rows }, across, up }
}

/** A margin on both sides, so that nothing stands on the frame. */
function roomyScale(values: readonly number[], dots: number): ValueScale {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const margin = (highest - lowest) * 0.06 || Math.abs(highest) * 0.1 || 0.01
  return { kind: 'linear', lowest: lowest - margin, highest: highest + margin, dots }
}

function dotOf({ volatility, return: earned }: RiskAndReturn, { across, up }: Plan): { x: number; y: number } {
  return { x: across.dots - 1 - Math.round(dotPosition(volatility, across)), y: Math.round(dotPosition(earned, up)) }
}

/** Clipped to the plot, so that no line is walked for long outside of it. */
function tangentLine({ rate, touches }: NonNullable<FrontierChartInput['tangent']>, plan: Plan): { x: number; y: number }[] {
  const slope = (touches.return - rate) / touches.volatility
  const [from, to] = [plan.across.lowest, plan.across.highest]
  const within = (volatility: number): number => Math.min(to, Math.max(from, volatility))
  const ends = [(plan.up.lowest - rate) / slope, (plan.up.highest - rate) / slope].map(within)
  return ends.map((volatility) => dotOf({ volatility, return: rate + slope * volatility }, plan))
}

function paintAxes({ canvas, place, across, up }: Plan): void {
  const { left, top, columns } = place
  canvas.write(0, 0, { text: 'return a year', style: 'muted' })
  for (let row = top; row < top + rows; row++) canvas.put(left - 1, row, { character: '│', style: 'muted' })
  const heights = roundTicks(up, mostTicks)
  for (const [index, text] of tickTexts(heights).entries()) {
    const tick = heights[index]!
    const row = top + Math.floor(Math.round(dotPosition(tick, up)) / 4)
    canvas.write(left - 1 - text.length, row, { text, style: 'muted' })
    canvas.put(left - 1, row, { character: '┤', style: 'muted' })
  }
  canvas.write(left, top + rows, { text: '─'.repeat(columns), style: 'muted' })
  const widths = roundTicks(across, Math.max(2, Math.floor(columns / 12)))
  for (const [index, text] of tickTexts(widths).entries()) {
    const tick = widths[index]!
    const column = left + Math.floor((across.dots - 1 - Math.round(dotPosition(tick, across))) / 2)
    canvas.put(column, top + rows, { character: '┬', style: 'muted' })
    const start = Math.min(column - Math.floor(text.length / 2), canvas.width - text.length)
    if (canvas.isFree(start, top + rows + 1, text.length)) canvas.write(start, top + rows + 1, { text, style: 'muted' })
  }
}

/** As many decimals as the ticks have. */
function tickTexts(ticks: readonly number[]): string[] {
  const decimals = [0, 1, 2, 3].find((each) => ticks.every((tick) => isRound(tick * 100 * 10 ** each))) ?? 4
  return ticks.map((tick) => percent(tick, decimals))
}

function isRound(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6
}

function cellOf(point: RiskAndReturn, plan: Plan): { column: number; row: number } {
  const { x, y } = dotOf(point, plan)
  return { column: plan.place.left + (x >> 1), row: plan.place.top + (y >> 2) }
}

function paintMark(plan: Plan, mark: FrontierMark): void {
  const { column, row } = cellOf(mark, plan)
  plan.canvas.put(column, row, { character: mark.mark, style: mark.style })
}

function labelMark(plan: Plan, mark: FrontierMark): void {
  if (mark.label === undefined) return
  const { column, row } = cellOf(mark, plan)
  const { left, columns } = plan.place
  const length = Array.from(mark.label).length
  for (const start of [column + 2, column - length - 1]) {
    if (start < left || start + length > left + columns || !plan.canvas.isFree(start, row, length)) continue
    plan.canvas.write(start, row, { text: mark.label, style: mark.style })
    return
  }
}
