import { percent } from '../terminal/numbers.ts'
import { timeMarks, writeTimeLabels } from './time-axis.ts'
import { dotPosition, roundTicks } from './value-axis.ts'
import { equityRow, mostTicks, tickLabel, type WaterlinePlan } from './waterline-plan.ts'

/** Labels of both scales, the level of the first value, the waterline with its marks, the dates. */
export function paintAxes(plan: WaterlinePlan): void {
  const { canvas, input, equity, time } = plan
  const { left, columns, rows } = equity.place
  for (const tick of roundTicks(equity.scale, mostTicks)) {
    labelRow(plan, { row: equityRow(tick, equity), label: tickLabel(tick, input.currency) })
  }
  if (equity.scale.kind === 'logarithmic') labelRow(plan, { row: 0, label: 'log' })
  const start = equityRow(input.value[0] ?? 0, equity)
  for (let column = 0; column < columns; column += 2) canvas.put(left + column, start, { character: '·', style: 'muted' })
  labelDepths(plan)
  canvas.write(left, rows, { text: '─'.repeat(columns), style: 'muted' })
  for (const { column } of timeMarks(time)) canvas.put(left + column, rows, { character: '┬', style: 'muted' })
  writeTimeLabels(canvas, time, { left, row: canvas.height - 1 })
}

function labelDepths(plan: WaterlinePlan): void {
  const { top, rows } = plan.depth.place
  const { scale } = plan.depth
  // The waterline is the zero; the row below it belongs to the first falls.
  labelRow(plan, { row: top - 1, label: '0%' })
  for (const tick of roundTicks(scale, 4)) {
    const isWhole = Number.isInteger(Math.round(tick * 1e6) / 1e4)
    const row = top + Math.min(rows - 1, Math.floor(dotPosition(tick, scale) / 4))
    if (tick < 0) labelRow(plan, { row, label: percent(tick, isWhole ? 0 : 1) })
  }
}

function labelRow({ canvas, equity }: WaterlinePlan, { row, label }: { row: number; label: string }): void {
  const column = equity.place.left - 1 - label.length
  if (canvas.isFree(column, row, label.length)) canvas.write(column, row, { text: label, style: 'muted' })
}
