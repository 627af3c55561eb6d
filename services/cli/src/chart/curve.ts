import type { Style } from '../terminal/ink.ts'
import type { Canvas } from './canvas.ts'
import { DotGrid, type Point } from './dot-grid.ts'

export interface CurvePlace {
  /** Position of the grid's first character on the canvas. */
  left: number
  top: number
  columns: number
  rows: number
}

/** Joins the points, in dots of the place, by straight lines. */
export function paintCurve(
  canvas: Canvas,
  points: readonly Point[],
  { place, style }: { place: CurvePlace; style: Style },
): void {
  const grid = new DotGrid(place.columns, place.rows)
  for (const [index, point] of points.entries()) grid.segment(points[index - 1] ?? point, point)
  paintGrid(canvas, grid, { place, style })
}

/** Only every second pair of dot columns, so that it differs without color too. */
export function paintDashedCurve(
  canvas: Canvas,
  points: readonly Point[],
  { place, style }: { place: CurvePlace; style: Style },
): void {
  const [grid, whole] = [new DotGrid(place.columns, place.rows), new DotGrid(place.columns, place.rows)]
  for (const [index, point] of points.entries()) whole.segment(points[index - 1] ?? point, point)
  for (let x = 0; x < whole.width; x++) {
    if (x % 4 >= 2) continue
    for (let y = 0; y < whole.height; y++) if (whole.has(x, y)) grid.dot(x, y)
  }
  paintGrid(canvas, grid, { place, style })
}

/** Fills each dot column from the top down to its depth in dots. */
export function paintHanging(
  canvas: Canvas,
  depths: readonly number[],
  { place, style }: { place: CurvePlace; style: Style },
): void {
  const grid = new DotGrid(place.columns, place.rows)
  for (const [x, depth] of depths.entries()) for (let y = 0; y < depth; y++) grid.dot(x, y)
  paintGrid(canvas, grid, { place, style })
}

function paintGrid(canvas: Canvas, grid: DotGrid, { place, style }: { place: CurvePlace; style: Style }): void {
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const character = grid.character(column, row)
      if (character !== null) canvas.put(place.left + column, place.top + row, { character, style })
    }
  }
}
