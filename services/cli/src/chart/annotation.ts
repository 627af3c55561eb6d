import type { Style } from '../terminal/ink.ts'
import type { Canvas } from './canvas.ts'

export interface Annotation {
  text: string
  style: Style | null
  /** Column and rows near which it should stand, the best row first. */
  column: number
  rows: readonly number[]
  /** First and last column it may take. */
  within: { first: number; last: number }
}

/** Writes it centered on its column or, where that covers something, beside; not at all when there is no room in any row. */
export function annotate(canvas: Canvas, { text, style, column, rows, within }: Annotation): boolean {
  const length = Array.from(text).length
  const centered = column - Math.floor(length / 2)
  const [leftmost, rightmost] = [within.first, within.last - length + 1]
  const clamp = (start: number): number => Math.max(leftmost, Math.min(rightmost, start))
  for (const row of rows) {
    for (const start of [centered, column - length + 1, column, column - length - 1, column + 2].map(clamp)) {
      if (start < leftmost || !canvas.isFree(start, row, length)) continue
      canvas.write(start, row, { text, style })
      return true
    }
  }
  return false
}
