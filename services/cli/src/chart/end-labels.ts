import type { Style } from '../terminal/ink.ts'
import { shorten } from '../terminal/layout.ts'
import type { Canvas } from './canvas.ts'
import type { CurvePlace } from './curve.ts'

export interface EndLabel {
  name: string
  /** The last value, as text. */
  value: string
  /** Row on which the curve ends. */
  row: number
  style: Style
}

/** Name and last value beside each curve's end, two lines each, moved apart where they would touch. */
export function writeEndLabels(canvas: Canvas, labels: readonly EndLabel[], place: CurvePlace): void {
  const left = place.left + place.columns + 1
  const placed = labels.toSorted((a, b) => a.row - b.row)
  let free = place.top
  for (const [index, { name, value, row, style }] of placed.entries()) {
    const lowest = place.top + place.rows - 2 * (placed.length - index)
    const first = Math.max(free, Math.min(row, lowest))
    canvas.write(left, first, { text: shorten(name, canvas.width - left), style })
    canvas.write(left, first + 1, { text: shorten(value, canvas.width - left), style: 'strong' })
    free = first + 2
  }
}
