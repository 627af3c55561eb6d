import { zeros } from '@portofino/numeric'
import { productOf } from './hessian.ts'
import type { Hessian } from './hessian.ts'
import { dot } from './vectors.ts'

/**
 * What the engine solves: min ½x'Qx + (constant + t·slope)'x over lower <= x <= upper and rows of general coefficients, each
 * within limits of its own; for all t of an interval.
 */
export interface QuadraticProgram {
  hessian: Hessian
  lower: Float64Array
  upper: Float64Array
  rows: Rows
  /** Shape [n]. */
  constant: Float64Array
  /** How large the constants are that `constant` was computed from, besides x: what a residual is measured against. */
  moved: number
  slope: Float64Array
}

export interface Rows {
  count: number
  /** Row-major; shape [count × n]. */
  coefficients: Float64Array
  /** At t a row lies between lower + t·lowerSlope and upper + t·upperSlope; limits that are one for all t are an equality. */
  lower: Float64Array
  upper: Float64Array
  lowerSlope: Float64Array
  upperSlope: Float64Array
  /** How large the constants are that were moved into the limits: what a residual is measured against, besides its terms. */
  moved: Float64Array
}

/** constant + t·slope. */
export function linearAt({ constant, slope }: Pick<QuadraticProgram, 'constant' | 'slope'>, t: number): Float64Array {
  const linear = zeros(constant.length)
  for (let j = 0; j < linear.length; j++) linear[j] = constant[j]! + t * slope[j]!
  return linear
}

export function activityAt(x: Float64Array, { count, coefficients }: Rows): Float64Array {
  const n = x.length
  const activity = zeros(count)
  for (let row = 0; row < count; row++) activity[row] = dot(coefficients.subarray(row * n, (row + 1) * n), x)
  return activity
}

/** What the gradient would be without multipliers. */
export function gradientAt({ hessian, constant, slope }: QuadraticProgram, x: Float64Array, t: number): Float64Array {
  const out = productOf(hessian, x)
  for (let j = 0; j < out.length; j++) out[j] = out[j]! + constant[j]! + t * slope[j]!
  return out
}

/**
 * Where a column or row stands. `held` is a column without bounds that was not moved yet, and leaves in either direction; a row
 * that is free holds nothing.
 */
export const standing = { lower: -1, free: 0, upper: 1, held: 2 } as const

/** A point of the path, and what holds it there. Positions of columns and rows are those of the program. */
export interface Point {
  t: number
  x: Float64Array
  /** Of the Lagrangian; zero for free columns, at least zero at a lower bound, at most zero at an upper one. */
  gradient: Float64Array
  /** Of rows; zero for those that hold nothing. */
  multipliers: Float64Array
  /** Each row's value at x. */
  activity: Float64Array
  columnStanding: Int8Array
  rowStanding: Int8Array
}
