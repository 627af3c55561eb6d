import { thinned } from './thinned.ts'

interface PathRoom {
  x: (session: number) => number
  y: (value: number) => number
  /** Pixels that the line may cover. */
  columns: number
}

type Point = readonly [x: number, y: number]

const rounded = (value: number): number => Math.round(value * 10) / 10

/** The `d` of a line with gaps where it has no value. */
export function linePath(values: readonly (number | null)[], { x, y, columns }: PathRoom): string {
  let path = ''
  let isInGap = true
  for (const i of thinned(values, Math.max(1, Math.round(columns)))) {
    const value = values[i]!
    if (value !== null) path += `${isInGap ? 'M' : 'L'}${rounded(x(i))},${rounded(y(value))}`
    isInGap = value === null
  }
  return path
}

/** The `d` of an area between two edges: forth along one, back along the other. */
export function areaPath(forth: readonly Point[], back: readonly Point[]): string {
  const points = [...forth, ...back.toReversed()].map(([x, y]) => `${rounded(x)},${rounded(y)}`)
  return points.length === 0 ? '' : `M${points.join('L')}Z`
}

/** The area between a line and a level. */
export function fillPath(values: readonly (number | null)[], room: PathRoom & { level: number }): string {
  const path = linePath(values, room)
  if (path === '') return ''
  const base = rounded(room.y(room.level))
  return `${path}L${rounded(room.x(values.length - 1))} ${base}L${rounded(room.x(0))} ${base}Z`
}
