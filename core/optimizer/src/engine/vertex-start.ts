import { copied, zeros } from '@portofino/numeric'
import { FreeBlock } from './free-block.ts'
import { MovingPoint } from './moving-point.ts'
import { gradientAt, standing } from './quadratic-program.ts'
import type { Point, QuadraticProgram, Rows } from './quadratic-program.ts'

/**
 * The point for t = −∞ where bounds are finite and one equality with coefficients 1 is the only row: filled greedily by the
 * highest slope, moved on to the first t where something changes. Null where this is not such a program, or two columns tie for
 * the last place.
 */
export function vertexStart(program: QuadraticProgram): MovingPoint | null {
  const { rows, slope } = program
  const last = fill(program)
  if (last === null) return null
  const { point, order, margin } = last
  const next = order[margin + 1]
  const before = order[margin - 1]
  const marginal = order[margin]!
  if (next !== undefined && slope[next] === slope[marginal]) return null
  if (before !== undefined && slope[before] === slope[marginal]) return null
  point.columnStanding[marginal] = standing.free
  point.rowStanding[0] = standing.lower
  const free = new FreeBlock(program)
  free.addRow(0)
  if (!free.addColumn(marginal)) return null
  const moving = new MovingPoint(program, point, free)
  const constant = gradientAt(program, point.x, 0)
  const first = firstChange(program, { constant, marginal, point })
  point.t = first
  const level = constant[marginal]! + first * slope[marginal]!
  point.gradient = constant.map((value, j) => value + first * slope[j]! - level)
  point.gradient[marginal] = 0
  point.multipliers[0] = level
  point.activity[0] = rows.lower[0]!
  return moving
}

function fill({
  hessian: { n },
  lower,
  upper,
  rows,
  slope,
}: QuadraticProgram): { point: Point; order: Int32Array; margin: number } | null {
  if (!isBudgetAlone(rows)) return null
  let left = rows.lower[0]!
  for (let j = 0; j < n; j++) left -= lower[j]!
  if (!Number.isFinite(left) || left < 0) return null
  const order = Int32Array.from(slope.keys()).toSorted((i, j) => slope[j]! - slope[i]! || i - j)
  const x = copied(lower)
  const columnStanding = new Int8Array(n).fill(standing.lower)
  for (const [margin, j] of order.entries()) {
    const capacity = upper[j]! - lower[j]!
    if (capacity === 0) continue
    if (capacity === Infinity) return null
    if (left <= capacity) {
      x[j] = lower[j]! + left
      return { point: pointAt(x, { columnStanding, rows: 1 }), order, margin }
    }
    x[j] = upper[j]!
    columnStanding[j] = standing.upper
    left -= capacity
  }
  return null
}

/** Whether one equality with coefficients 1 is the only row. */
export function isBudgetAlone({ count, lower, upper, coefficients }: Rows): boolean {
  return count === 1 && lower[0] === upper[0] && coefficients.every((value) => value === 1)
}

function pointAt(x: Float64Array, { columnStanding, rows }: { columnStanding: Int8Array; rows: number }): Point {
  return {
    t: 0,
    x,
    gradient: zeros(x.length),
    multipliers: zeros(rows),
    activity: zeros(rows),
    columnStanding,
    rowStanding: new Int8Array(rows),
  }
}

/** The lowest t at which a gradient comes to zero; 0 where none does below. */
function firstChange(
  { slope, lower, upper }: QuadraticProgram,
  { constant, marginal, point }: { constant: Float64Array; marginal: number; point: Point },
): number {
  let first = 0
  for (let j = 0; j < slope.length; j++) {
    if (j === marginal || lower[j] === upper[j]) continue
    const rate = point.columnStanding[j]! * (slope[j]! - slope[marginal]!)
    if (rate <= 0) continue
    first = Math.min(first, (-point.columnStanding[j]! * (constant[j]! - constant[marginal]!)) / rate)
  }
  return first
}
