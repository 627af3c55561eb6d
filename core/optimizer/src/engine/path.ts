import { FirstEvent } from './events.ts'
import type { Event } from './events.ts'
import { standing } from './quadratic-program.ts'
import type { MovingPoint } from './moving-point.ts'

/** How a stretch of the path ended. */
export type PathEnd =
  | { kind: 'arrived' }
  /** No event comes any more: the last rates hold for all t beyond. */
  | { kind: 'endless' }
  /** The objective falls for ever along `ray`. */
  | { kind: 'unbounded'; ray: Float64Array }
  /** No x satisfies the rows beyond t; `pull` of the rows and the gradients that it leaves prove it. */
  | { kind: 'infeasible'; rows: Float64Array; columns: Float64Array }
  | { kind: 'step-limit' }
  /** The visitor asked for it. */
  | { kind: 'stopped' }

export interface PathOptions {
  until: number
  limitsMove: boolean
  maxSteps: number
  /** An event that comes less than this before the end of the path comes with it. Default 0. */
  room?: number
  /** Called after each step that moved t, before the event that ended it; true stops there. */
  visit?: (moving: MovingPoint) => boolean | void
}

/** So many steps without progress are taken freely; then ties are broken by number, which cannot go round in circles. */
const freeTies = 50

/** Follows the solutions of a program for growing t from a point that is one. */
export function followPath(
  moving: MovingPoint,
  { until, limitsMove, maxSteps, room = 0, visit }: PathOptions,
): PathEnd & { steps: number } {
  const { point, free } = moving
  let still = 0
  for (let steps = 1; steps <= maxSteps; steps++) {
    moving.findRates()
    const search = new FirstEvent({ byNumber: still > freeTies }).columns(moving).gradients(moving).multipliers(moving)
    const event = moving.program.rows.count > free.rows.length ? search.rows(moving, { limitsMove }).event : search.event
    if (event === null || point.t + event.after >= until - room) {
      if (until === Infinity) return { kind: 'endless', steps }
      moving.advance(until - point.t)
      point.t = until
      return { kind: visit?.(moving) === true ? 'stopped' : 'arrived', steps }
    }
    still = event.after > 0 ? 0 : still + 1
    moving.advance(event.after)
    if (event.after > 0 && visit?.(moving) === true) return { kind: 'stopped', steps }
    const end = passEvent(moving, event, { limitsMove })
    if (end !== null) return { ...end, steps }
  }
  return { kind: 'step-limit', steps: maxSteps }
}

/** Changes what is free and what holds; null when the path goes on. */
function passEvent(moving: MovingPoint, event: Event, { limitsMove }: { limitsMove: boolean }): PathEnd | null {
  const { free } = moving
  const { index } = event
  switch (event.kind) {
    case 'column-reaches': {
      if (free.isFixedByRows(index)) return exchangeByPull(moving, { column: index, sign: event.side * -1 }, event)
      stopColumn(moving, index, event.side)
      return null
    }
    case 'row-reaches':
      return holdRow(moving, index, { side: event.side, mayDepend: limitsMove })
    case 'column-releases':
      return releaseColumn(moving, index)
    case 'row-releases':
      return releaseRow(moving, index)
  }
}

function stopColumn({ program, point, free }: MovingPoint, column: number, side: -1 | 1): void {
  point.x[column] = side > 0 ? program.upper[column]! : program.lower[column]!
  point.columnStanding[column] = side
  point.gradient[column] = 0
  free.removeColumn(column)
}

/** Lets a row hold from now on. */
export function holdRow(
  moving: MovingPoint,
  row: number,
  { side, mayDepend }: { side: -1 | 1; mayDepend: boolean },
): PathEnd | null {
  const { point, free } = moving
  if (mayDepend && free.dependsOnRows(row)) return exchangeByPull(moving, { row, sign: -side }, { side })
  point.rowStanding[row] = side
  point.multipliers[row] = 0
  free.addRow(row)
  return null
}

function freeColumn({ point }: MovingPoint, column: number): void {
  point.columnStanding[column] = standing.free
  point.gradient[column] = 0
}

function releaseColumn(moving: MovingPoint, column: number): PathEnd | null {
  const { point, free } = moving
  const at = point.columnStanding[column]!
  const sign = at === standing.held ? -Math.sign(moving.gradientRate[column]!) : -at
  if (free.addColumn(column)) {
    freeColumn(moving, column)
    return null
  }
  moving.findRatesOfColumn(column, sign)
  return slide(moving, { column, sign })
}

function releaseRow(moving: MovingPoint, row: number): PathEnd | null {
  const sign = -moving.point.rowStanding[row]!
  if (dropRow(moving, row)) return null
  moving.findRatesOfRow(row, sign)
  return slide(moving, { row, sign })
}

function dropRow({ point, free }: MovingPoint, row: number): boolean {
  if (!free.removeRow(row)) return false
  point.rowStanding[row] = standing.free
  point.multipliers[row] = 0
  return true
}

type Released = { column: number; sign: number } | { row: number; sign: number }

/** Moves along a direction without curvature, at the same t, until something stops it and takes the place of what was released. */
function slide(moving: MovingPoint, released: Released): PathEnd | null {
  const { program, point, free } = moving
  const own = ownRoom(moving, released)
  const { event } = new FirstEvent({ byNumber: false }).columns(moving).rows(moving, { limitsMove: false })
  const distance = Math.min(own, event?.after ?? Infinity)
  if (distance === Infinity) return { kind: 'unbounded', ray: rayOf(moving, released) }
  for (let k = 0; k < free.size; k++) {
    const column = free.columns[k]!
    point.x[column] = point.x[column]! + distance * moving.columnRate[k]!
  }
  for (let row = 0; row < program.rows.count; row++) {
    point.activity[row] = point.activity[row]! + distance * moving.activityRate[row]!
  }
  if ('column' in released) point.x[released.column] = point.x[released.column]! + released.sign * distance
  if (event === null || own <= event.after) {
    if ('column' in released) landColumn(moving, released.column, released.sign > 0 ? 1 : -1)
    else point.rowStanding[released.row] = released.sign > 0 ? 1 : -1
    return null
  }
  if (event.kind === 'column-reaches') stopColumn(moving, event.index, event.side)
  else if (event.kind === 'row-reaches') {
    point.rowStanding[event.index] = event.side
    point.multipliers[event.index] = 0
    free.addRow(event.index)
  }
  return take(moving, released)
}

function take(moving: MovingPoint, released: Released): PathEnd | null {
  if ('row' in released) return dropRow(moving, released.row) ? null : { kind: 'step-limit' }
  if (!moving.free.addColumn(released.column)) return { kind: 'step-limit' }
  freeColumn(moving, released.column)
  return null
}

function landColumn({ program, point }: MovingPoint, column: number, side: -1 | 1): void {
  point.x[column] = side > 0 ? program.upper[column]! : program.lower[column]!
  point.columnStanding[column] = side
}

function ownRoom({ program, point }: MovingPoint, released: Released): number {
  if ('column' in released) {
    const x = point.x[released.column]!
    return released.sign > 0 ? program.upper[released.column]! - x : x - program.lower[released.column]!
  }
  const { lower, upper, lowerSlope, upperSlope } = program.rows
  const { row } = released
  return upper[row]! - lower[row]! + point.t * (upperSlope[row]! - lowerSlope[row]!)
}

function rayOf({ free, columnRate, point }: MovingPoint, released: Released): Float64Array {
  const ray = new Float64Array(point.x.length)
  for (let k = 0; k < free.size; k++) ray[free.columns[k]!] = columnRate[k]!
  if ('column' in released) ray[released.column] = released.sign
  return ray
}

/**
 * What leaves or comes to hold is fixed by the rows: the multipliers move at the same t until a column at a bound, or another
 * row, takes its place.
 */
function exchangeByPull(moving: MovingPoint, unbalanced: Released, { side }: { side: -1 | 1 }): PathEnd | null {
  const { point, free } = moving
  moving.findRatesOfPull(unbalanced)
  const { event } = new FirstEvent({ byNumber: false }).gradients(moving).multipliers(moving)
  if (event === null) {
    return { kind: 'infeasible', rows: moving.multiplierRate.slice(), columns: moving.gradientRate.slice() }
  }
  for (let j = 0; j < point.gradient.length; j++) {
    if (free.place[j]! < 0) point.gradient[j] = point.gradient[j]! + event.after * moving.gradientRate[j]!
  }
  for (const row of free.rows) point.multipliers[row] = point.multipliers[row]! + event.after * moving.multiplierRate[row]!
  if ('column' in unbalanced) {
    stopColumn(moving, unbalanced.column, side)
    point.gradient[unbalanced.column] = event.after * unbalanced.sign
  } else {
    point.rowStanding[unbalanced.row] = side
    point.multipliers[unbalanced.row] = event.after * unbalanced.sign
    free.addRow(unbalanced.row)
  }
  if (event.kind === 'row-releases') return dropRow(moving, event.index) ? null : { kind: 'step-limit' }
  if (!free.addColumn(event.index)) return { kind: 'step-limit' }
  freeColumn(moving, event.index)
  return null
}
