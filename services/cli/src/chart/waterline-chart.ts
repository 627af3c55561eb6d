import { money, percent, signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { annotate } from './annotation.ts'
import { Canvas } from './canvas.ts'
import { type CurvePlace, paintCurve, paintDashedCurve, paintHanging } from './curve.ts'
import type { Point } from './dot-grid.ts'
import { writeEndLabels } from './end-labels.ts'
import { timeMarks, timePosition, type TimeScale, writeTimeLabels } from './time-axis.ts'
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

interface Plan {
  canvas: Canvas
  input: WaterlineInput
  time: TimeScale
  equity: { place: CurvePlace; scale: ValueScale }
  depth: { place: CurvePlace; scale: ValueScale }
}

const drawdownRows = 5
/** Narrower, and the last values leave their place beside the curves to the curves. */
const widthForEndLabels = 64

/** Value above, drawdown hanging below the line of the highest value so far, on one time axis. */
export function waterlineChart(input: WaterlineInput, { width, ink }: Screen): string[] {
  const plan = chartPlan(input, width)
  paintLevels(plan)
  paintDepth(plan)
  const { canvas, equity } = plan
  if (input.benchmark) {
    const points = curvePoints(input.benchmark.value, plan)
    paintDashedCurve(canvas, points, { place: equity.place, style: 'muted' })
  }
  paintCurve(canvas, curvePoints(input.value, plan), { place: equity.place, style: 'accent' })
  annotateExtremes(plan)
  if (width >= widthForEndLabels) writeEndLabels(canvas, endLabels(plan), equity.place)
  return canvas.lines(ink)
}

function chartPlan(input: WaterlineInput, width: number): Plan {
  const drawn = input.benchmark ? [input.value, input.benchmark.value] : [input.value]
  const lowest = Math.min(...drawn.map((values) => values.reduce((a, b) => Math.min(a, b))))
  const highest = Math.max(...drawn.map((values) => values.reduce((a, b) => Math.max(a, b))))
  const rows = Math.max(9, Math.min(14, Math.round(width / 6)))
  // A free row above and below the curve holds its annotations.
  const scale = valueScale(lowest, highest, (rows - 2) * 4)
  const left = Math.max(...roundTicks(scale, 5).map((tick) => tickLabel(tick, input.currency).length), '−100%'.length) + 1
  const right = width >= widthForEndLabels ? 12 : 0
  const columns = Math.max(10, width - left - right)
  const [from, to] = [input.days[0] ?? 0, input.days.at(-1) ?? 0]
  const deepest = input.drawdown.reduce((a, b) => Math.min(a, b))
  return {
    canvas: new Canvas(width, rows + 1 + drawdownRows + 2),
    input,
    time: { from, to, columns },
    equity: { place: { left, top: 0, columns, rows }, scale },
    depth: {
      place: { left, top: rows + 1, columns, rows: drawdownRows },
      scale: { kind: 'linear', highest: 0, lowest: Math.min(deepest, -0.0001), dots: drawdownRows * 4 },
    },
  }
}

/** The row of dots that annotations leave free at the top. */
const headroom = 4

function curvePoints(values: Float64Array, { input, time, equity }: Plan): Point[] {
  return Array.from(values, (value, session) => ({
    x: timePosition(input.days[session] ?? 0, time, time.columns * 2),
    y: headroom + Math.round(dotPosition(value, equity.scale)),
  }))
}

function paintLevels({ canvas, input, equity, depth, time }: Plan): void {
  const { left, columns, rows } = equity.place
  for (const tick of roundTicks(equity.scale, 5)) {
    const row = cellRow(tick, equity)
    const label = tickLabel(tick, input.currency)
    canvas.write(left - 1 - label.length, row, { text: label, style: 'muted' })
  }
  const start = cellRow(input.value[0] ?? 0, equity)
  for (let column = 0; column < columns; column += 2) canvas.put(left + column, start, { character: '·', style: 'muted' })
  for (const tick of roundTicks(depth.scale, 4)) {
    const row = tick === 0 ? rows : depth.place.top + Math.min(drawdownRows - 1, Math.floor(dotPosition(tick, depth.scale) / 4))
    const label = percent(tick, Number.isInteger(Math.round(tick * 1e6) / 1e4) ? 0 : 1)
    if (canvas.isFree(left - 1 - label.length, row, label.length))
      canvas.write(left - 1 - label.length, row, { text: label, style: 'muted' })
  }
  canvas.write(left, rows, { text: '─'.repeat(columns), style: 'muted' })
  for (const { column } of timeMarks(time)) canvas.put(left + column, rows, { character: '┬', style: 'muted' })
  writeTimeLabels(canvas, time, { left, row: canvas.height - 1 })
}

function cellRow(value: number, { place, scale }: Plan['equity']): number {
  return place.top + Math.floor((headroom + Math.round(dotPosition(value, scale))) / 4)
}

/** A dot column shows the deepest of its sessions, and one without a session what stood before. */
function paintDepth({ canvas, input, time, depth }: Plan): void {
  const depths: number[] = Array.from({ length: time.columns * 2 }, () => -1)
  for (const [session, drawdown] of input.drawdown.entries()) {
    const x = timePosition(input.days[session] ?? 0, time, depths.length)
    const dots = drawdown === 0 ? 0 : Math.max(1, Math.round((drawdown / depth.scale.lowest) * depth.scale.dots))
    depths[x] = Math.max(depths[x] ?? 0, dots)
  }
  for (const [x, dots] of depths.entries()) if (dots < 0) depths[x] = depths[x - 1] ?? 0
  paintHanging(canvas, depths, { place: depth.place, style: 'loss' })
}

function annotateExtremes({ canvas, input, time, equity, depth }: Plan): void {
  const { left, columns } = equity.place
  const within = { first: left, last: left + columns - 1 }
  const near = (session: number) => ({
    column: left + timePosition(input.days[session] ?? 0, time, columns),
    date: writtenDate(input.days[session] ?? 0),
  })
  const [high, low, trough] = [
    sessionOf(input.value, Math.max),
    sessionOf(input.value, Math.min),
    sessionOf(input.drawdown, Math.min),
  ]
  for (const [word, session, step] of [['high', high, -1] as const, ['low', low, 1] as const]) {
    const { column, date } = near(session)
    const row = cellRow(input.value[session] ?? 0, equity) + step
    const text = `${word} ${money(input.value[session] ?? 0, input.currency)}, ${date}`
    annotate(canvas, { text, style: null, column, rows: [row, row + step], within })
  }
  const worst = input.drawdown[trough] ?? 0
  if (worst === 0) return
  const { column, date } = near(trough)
  annotate(canvas, {
    text: `${signedPercent(worst)}, ${date}`,
    style: 'loss',
    column,
    rows: [depth.place.top + drawdownRows],
    within,
  })
}

function sessionOf(values: Float64Array, extreme: (a: number, b: number) => number): number {
  return values.indexOf(values.reduce((a, b) => extreme(a, b)))
}

function endLabels({ input, equity }: Plan) {
  const end = (values: Float64Array) => ({
    row: cellRow(values.at(-1) ?? 0, equity),
    value: money(values.at(-1) ?? 0, input.currency),
  })
  const portfolio = { name: 'Portfolio', style: 'accent' as const, ...end(input.value) }
  return input.benchmark
    ? [portfolio, { name: input.benchmark.label, style: 'muted' as const, ...end(input.benchmark.value) }]
    : [portfolio]
}

/** Whole money; from ten million on in millions. */
function tickLabel(tick: number, currency: string): string {
  if (Math.abs(tick) >= 1e7) return `${money(tick / 1e6, currency).replace(/\.00$/, '')}m`
  return money(tick, currency).replace(/\.00$/, '')
}
