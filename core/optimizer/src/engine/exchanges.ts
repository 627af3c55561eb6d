import { copied } from '@portofino/numeric'
import { FirstEvent } from './events.ts'
import type { Event } from './events.ts'
import type { MovingPoint } from './moving-point.ts'
import { standing } from './quadratic-program.ts'

/** What no change of the active set leads on from. */
export type DeadEnd =
  /** The objective falls for ever along `ray`. */
  | { kind: 'unbounded'; ray: Float64Array }
  /** No x satisfies the rows beyond t: how these are pulled, and the gradients that this leaves, prove it. */
  | { kind: 'infeasible'; rows: Float64Array; columns: Float64Array }
  | { kind: 'step-limit' }
  /** Rounding leaves nothing that could take the place of what was released. */
  | { kind: 'blocked' }

/** A column that leaves its bound or a row that leaves its limit, towards `sign`. */
type Released = { column: number; sign: number } | { row: number; sign: number }

export function stopColumn({ program, point, free, watched }: MovingPoint, column: number, side: -1 | 1): void {
  point.x[column] = side > 0 ? program.upper[column]! : program.lower[column]!
  point.columnStanding[column] = side
  point.gradient[column] = 0
  free.removeColumn(column)
  watched.add(column)
}

export function freeColumn({ point, watched }: MovingPoint, column: number): void {
  watched.remove(column)
  point.columnStanding[column] = standing.free
  point.gradient[column] = 0
}

/** Lets a row hold from now on. */
export function holdRow(
  moving: MovingPoint,
  row: number,
  { side, mayDepend }: { side: -1 | 1; mayDepend: boolean },
): DeadEnd | null {
  if (mayDepend && moving.free.dependsOnRows(row)) return exchangeByPull(moving, { row, sign: -side }, { side })
  standRow(moving, row, side)
  return null
}

function standRow({ point, free }: MovingPoint, row: number, side: -1 | 1): void {
  point.rowStanding[row] = side
  point.multipliers[row] = 0
  free.addRow(row)
}

/** False, and nothing changes, where the free columns need the row. */
export function dropRow({ point, free }: MovingPoint, row: number): boolean {
  if (!free.removeRow(row)) return false
  point.rowStanding[row] = standing.free
  point.multipliers[row] = 0
  return true
}

/** Moves along a direction without curvature, at the same t, until something stops it and takes the place of what was released. */
export function slide(moving: MovingPoint, released: Released): DeadEnd | null {
  const own = ownDistance(moving, released)
  const { event } = new FirstEvent({ byNumber: false }).columns(moving).rows(moving, { limitsMove: false })
  const distance = Math.min(own, event?.after ?? Infinity)
  if (distance === Infinity) return { kind: 'unbounded', ray: rayOf(moving, released) }
  moveBy(moving, released, distance)
  if (event === null || own <= event.after) {
    land(moving, released)
    return null
  }
  stop(moving, event)
  return take(moving, released)
}

function moveBy(moving: MovingPoint, released: Released, distance: number): void {
  const { program, point, free, columnRate, activityRate } = moving
  if (distance > 0) moving.jumps += 1
  for (let k = 0; k < free.size; k++) {
    const column = free.columns[k]!
    point.x[column] = point.x[column]! + distance * columnRate[k]!
  }
  for (let row = 0; row < program.rows.count; row++) {
    point.activity[row] = point.activity[row]! + distance * activityRate[row]!
  }
  if ('column' in released) point.x[released.column] = point.x[released.column]! + released.sign * distance
}

/** What was released has come to its other bound or limit. */
function land({ program, point }: MovingPoint, released: Released): void {
  const side = released.sign > 0 ? standing.upper : standing.lower
  if ('row' in released) {
    point.rowStanding[released.row] = side
    return
  }
  point.x[released.column] = side > 0 ? program.upper[released.column]! : program.lower[released.column]!
  point.columnStanding[released.column] = side
}

function stop(moving: MovingPoint, event: Event): void {
  if (event.kind === 'column-reaches') stopColumn(moving, event.index, event.side)
  else if (event.kind === 'row-reaches') standRow(moving, event.index, event.side)
}

function take(moving: MovingPoint, released: Released): DeadEnd | null {
  if ('row' in released) return dropRow(moving, released.row) ? null : { kind: 'blocked' }
  if (!moving.free.addColumn(released.column)) return { kind: 'blocked' }
  freeColumn(moving, released.column)
  return null
}

function ownDistance({ program, point }: MovingPoint, released: Released): number {
  if ('column' in released) {
    const x = point.x[released.column]!
    return released.sign > 0 ? program.upper[released.column]! - x : x - program.lower[released.column]!
  }
  const { lower, upper, lowerSlope, upperSlope } = program.rows
  const { row } = released
  return upper[row]! - lower[row]! + point.t * (upperSlope[row]! - lowerSlope[row]!)
}

function rayOf(moving: MovingPoint, released: Released): Float64Array {
  const ray = moving.direction()
  if ('column' in released) ray[released.column] = released.sign
  return ray
}

/**
 * What leaves or comes to hold is fixed by the rows: the multipliers move at the same t until a column at a bound, or another
 * row, takes its place.
 */
export function exchangeByPull(moving: MovingPoint, unbalanced: Released, { side }: { side: -1 | 1 }): DeadEnd | null {
  moving.watchAll()
  moving.findRatesOfPull(unbalanced)
  const { event } = new FirstEvent({ byNumber: false }).gradients(moving).multipliers(moving)
  if (event === null) {
    return { kind: 'infeasible', rows: copied(moving.multiplierRate), columns: copied(moving.gradientRate) }
  }
  pullBy(moving, event.after)
  if ('column' in unbalanced) {
    stopColumn(moving, unbalanced.column, side)
    moving.point.gradient[unbalanced.column] = event.after * unbalanced.sign
  } else {
    standRow(moving, unbalanced.row, side)
    moving.point.multipliers[unbalanced.row] = event.after * unbalanced.sign
  }
  return take(moving, event.kind === 'row-releases' ? { row: event.index, sign: 0 } : { column: event.index, sign: 0 })
}

function pullBy({ point, free, gradientRate, multiplierRate }: MovingPoint, distance: number): void {
  const { gradient, multipliers } = point
  for (let j = 0; j < gradient.length; j++) {
    if (free.place[j]! < 0) gradient[j] = gradient[j]! + distance * gradientRate[j]!
  }
  for (const row of free.rows) multipliers[row] = multipliers[row]! + distance * multiplierRate[row]!
}
