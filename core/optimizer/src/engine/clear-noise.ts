import { largestOf } from './vectors.ts'
import { linearAt, standing } from './quadratic-program.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

/** Of the terms that a gradient is summed from. */
const rounding = 8 * Number.EPSILON

/** No entry of Q·x is larger. */
export function curvatureSize({ hessian }: QuadraticProgram, x: Float64Array): number {
  const deviation = largestOf(hessian.deviations)
  return deviation * deviation * x.reduce((total, value) => total + Math.abs(value), 0)
}

/**
 * Makes gradients and multipliers zero that are no more than the rounding of their terms: what is zero then begins to change at
 * once, and not at some t of the size of the rounding.
 */
export function clearNoise(program: QuadraticProgram, point: Point): void {
  const { rows } = program
  const { x, t, gradient, multipliers, columnStanding } = point
  const n = x.length
  const size = curvatureSize(program, x) + largestOf(linearAt(program, t))
  const noise = size === 0 ? Infinity : rounding * size
  for (let j = 0; j < n; j++) {
    if (columnStanding[j] !== standing.free && Math.abs(gradient[j]!) <= noise) gradient[j] = 0
  }
  for (let row = 0; row < rows.count; row++) {
    const pull = Math.abs(multipliers[row]!) * largestOf(rows.coefficients.subarray(row * n, (row + 1) * n))
    if (pull <= noise) multipliers[row] = 0
  }
}
