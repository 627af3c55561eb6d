import { line } from 'd3-shape'
import { thinned } from './thinned.ts'

export interface PathRoom {
  x: (session: number) => number
  y: (value: number) => number
  /** Pixels that the line may cover. */
  columns: number
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/** The `d` of a line with gaps where it has no value. */
export function linePath(values: readonly (number | null)[], { x, y, columns }: PathRoom): string {
  const draw = line<number>()
    .defined((i) => values[i] !== null)
    .x((i) => rounded(x(i)))
    .y((i) => rounded(y(values[i]!)))
  return draw(thinned(values, Math.max(1, Math.round(columns)))) ?? ''
}

/** The same as an area between the line and a level. */
export function fillPath(values: readonly (number | null)[], room: PathRoom & { level: number }): string {
  const path = linePath(values, room)
  if (path === '') return ''
  const base = rounded(room.y(room.level))
  return `${path}L${rounded(room.x(values.length - 1))} ${base}L${rounded(room.x(0))} ${base}Z`
}
