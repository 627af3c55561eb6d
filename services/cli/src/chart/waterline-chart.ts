import { money, signedPercent, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { annotate } from './annotation.ts'
import { paintCurve, paintDashedCurve, paintHanging } from './curve.ts'
import type { Point } from './dot-grid.ts'
import { type EndLabel, writeEndLabels } from './end-labels.ts'
import { paintAxes } from './waterline-axes.ts'
import {
  equityDot,
  equityRow,
  sessionPosition,
  type WaterlineInput,
  type WaterlinePlan,
  waterlinePlan,
} from './waterline-plan.ts'

/** Value above, drawdown hanging below the line of the highest value so far, on one time axis. */
export function waterlineChart(input: WaterlineInput, { width, ink }: Screen): string[] {
  const plan = waterlinePlan(input, width)
  const { canvas, equity } = plan
  paintAxes(plan)
  paintHanging(canvas, depths(plan), { place: plan.depth.place, style: 'loss' })
  if (input.benchmark) {
    paintDashedCurve(canvas, curvePoints(input.benchmark.value, plan), { place: equity.place, style: 'muted' })
  }
  paintCurve(canvas, curvePoints(input.value, plan), { place: equity.place, style: 'accent' })
  annotateExtremes(plan)
  if (plan.hasEndLabels) writeEndLabels(canvas, endLabels(plan), equity.place)
  return canvas.lines(ink)
}

function curvePoints(values: Float64Array, plan: WaterlinePlan): Point[] {
  const dots = plan.time.columns * 2
  return Array.from(values, (value, session) => ({ x: sessionPosition(session, plan, dots), y: equityDot(value, plan.equity) }))
}

/** A dot column shows the deepest of its sessions, and one without a session what stood before. */
function depths(plan: WaterlinePlan): number[] {
  const { lowest, dots } = plan.depth.scale
  const deepest: (number | null)[] = Array.from({ length: plan.time.columns * 2 }, () => null)
  for (const [session, drawdown] of plan.input.drawdown.entries()) {
    const x = sessionPosition(session, plan, deepest.length)
    const depth = drawdown === 0 ? 0 : Math.max(1, Math.round((drawdown / lowest) * dots))
    deepest[x] = Math.max(deepest[x] ?? 0, depth)
  }
  let last = 0
  return deepest.map((depth) => (last = depth ?? last))
}

function annotateExtremes(plan: WaterlinePlan): void {
  const { input, depth } = plan
  annotateValue(plan, { word: 'high', session: sessionOf(input.value, Math.max), step: -1 })
  annotateValue(plan, { word: 'low', session: sessionOf(input.value, Math.min), step: 1 })
  const trough = sessionOf(input.drawdown, Math.min)
  const worst = input.drawdown[trough] ?? 0
  if (worst === 0) return
  const text = `${signedPercent(worst)}, ${dateOf(trough, plan)}`
  annotate(plan.canvas, { text, style: 'loss', rows: [depth.place.top + depth.place.rows], ...nearSession(trough, plan) })
}

/** `step` rows away from the curve. */
function annotateValue(plan: WaterlinePlan, { word, session, step }: { word: string; session: number; step: number }): void {
  const value = plan.input.value[session] ?? 0
  const row = equityRow(value, plan.equity) + step
  const text = `${word} ${money(value, plan.input.currency)}, ${dateOf(session, plan)}`
  annotate(plan.canvas, { text, style: null, rows: [row, row + step], ...nearSession(session, plan) })
}

function nearSession(session: number, plan: WaterlinePlan) {
  const { left, columns } = plan.equity.place
  return { column: left + sessionPosition(session, plan, columns), within: { first: left, last: left + columns - 1 } }
}

function dateOf(session: number, { input }: WaterlinePlan): string {
  return writtenDate(input.days[session] ?? 0)
}

function sessionOf(values: Float64Array, extreme: (a: number, b: number) => number): number {
  return values.indexOf(values.reduce((a, b) => extreme(a, b)))
}

function endLabels({ input: { value, benchmark, currency }, equity }: WaterlinePlan): EndLabel[] {
  const end = (values: Float64Array) => ({
    row: equityRow(values.at(-1) ?? 0, equity),
    value: money(values.at(-1) ?? 0, currency),
  })
  const portfolio: EndLabel = { name: 'Portfolio', style: 'accent', ...end(value) }
  return benchmark ? [portfolio, { name: benchmark.label, style: 'muted', ...end(benchmark.value) }] : [portfolio]
}
