import type { MovingPoint } from './moving-point.ts'
import { standing } from './quadratic-program.ts'

/** The first thing that ends a stretch of the path. */
export type Event =
  | { kind: 'column-reaches'; index: number; side: -1 | 1; after: number }
  | { kind: 'row-reaches'; index: number; side: -1 | 1; after: number }
  | { kind: 'column-releases'; index: number; after: number }
  | { kind: 'row-releases'; index: number; after: number }

/** Events that come within this share of each other come together. */
const tie = 1e-13
/** A rate below this share of the terms it was summed from is none. */
const rounding = 1e-13
/** A column slower than this share of the fastest stands still. */
const leastRate = 1e-11

/** Finds the event that comes first; of those that come together the one with the fastest change, or, in doubt of going round in circles, the one with the lowest number. */
export class FirstEvent {
  event: Event | null = null
  #rate = 0
  readonly #byNumber: boolean

  constructor({ byNumber }: { byNumber: boolean }) {
    this.#byNumber = byNumber
  }

  #isSooner(after: number, rate: number): boolean {
    const { event } = this
    if (event === null) return true
    const tolerance = tie * Math.max(after, event.after)
    if (after < event.after - tolerance) return true
    return after <= event.after + tolerance && !this.#byNumber && rate > this.#rate
  }

  #offer(rate: number, event: Event): void {
    if (!this.#isSooner(event.after, rate)) return
    this.event = event
    this.#rate = rate
  }

  /** Free columns that reach a bound. */
  columns({ program, point, free, columnRate }: MovingPoint): this {
    let fastest = 0
    for (let k = 0; k < free.size; k++) fastest = Math.max(fastest, Math.abs(columnRate[k]!))
    for (let k = 0; k < free.size; k++) {
      const rate = columnRate[k]!
      const size = Math.abs(rate)
      if (size <= leastRate * fastest) continue
      const index = free.columns[k]!
      const distance = rate > 0 ? program.upper[index]! - point.x[index]! : point.x[index]! - program.lower[index]!
      if (distance === Infinity) continue
      this.#offer(size, { kind: 'column-reaches', index, side: rate > 0 ? 1 : -1, after: Math.max(0, distance) / size })
    }
    return this
  }

  /** Rows that hold nothing and reach one of their limits, which may move themselves. */
  rows({ program: { rows }, point, activityRate }: MovingPoint, { limitsMove }: { limitsMove: boolean }): this {
    for (let index = 0; index < rows.count; index++) {
      if (point.rowStanding[index] !== standing.free) continue
      const upper = rows.upper[index]! + point.t * rows.upperSlope[index]!
      const lower = rows.lower[index]! + point.t * rows.lowerSlope[index]!
      const rising = difference(activityRate[index]!, limitsMove ? rows.upperSlope[index]! : 0)
      const falling = difference(limitsMove ? rows.lowerSlope[index]! : 0, activityRate[index]!)
      this.#row(index, { side: 1, distance: upper - point.activity[index]!, rate: rising })
      this.#row(index, { side: -1, distance: point.activity[index]! - lower, rate: falling })
    }
    return this
  }

  #row(index: number, { side, distance, rate }: { side: -1 | 1; distance: number; rate: number }): void {
    if (!(rate > 0) || distance === Infinity) return
    this.#offer(rate, { kind: 'row-reaches', index, side, after: Math.max(0, distance) / rate })
  }

  /** Columns at a bound whose gradient comes to zero, of those that are watched. */
  gradients({ program, point, watched, gradientRate, drift }: MovingPoint): this {
    const { columnStanding, gradient } = point
    for (let k = 0; k < watched.count; k++) {
      const index = watched.columns[k]!
      const at = columnStanding[index]!
      if (program.lower[index] === program.upper[index]) continue
      const rate = at === standing.held ? Math.abs(gradientRate[index]!) : at * gradientRate[index]!
      if (rate <= rounding * drift.scale) continue
      const distance = at === standing.held ? 0 : Math.max(0, -at * gradient[index]!)
      this.#offer(rate, { kind: 'column-releases', index, after: distance / rate })
    }
    return this
  }

  /** Rows that hold and whose multiplier comes to zero; equalities hold with any. */
  multipliers({ program: { rows }, point, free, multiplierRate, drift }: MovingPoint): this {
    for (const index of free.rows) {
      if (isEquality(rows, index)) continue
      const at = point.rowStanding[index]!
      const rate = at * multiplierRate[index]!
      if (rate * drift.rowSizes[index]! <= rounding * drift.scale) continue
      const distance = Math.max(0, -at * point.multipliers[index]!)
      this.#offer(rate, { kind: 'row-releases', index, after: distance / rate })
    }
    return this
  }
}

function difference(a: number, b: number): number {
  return Math.abs(a - b) <= leastRate * (Math.abs(a) + Math.abs(b)) ? 0 : a - b
}

export function isEquality(
  { lower, upper, lowerSlope, upperSlope }: { [key in 'lower' | 'upper' | 'lowerSlope' | 'upperSlope']: Float64Array },
  row: number,
): boolean {
  return lower[row] === upper[row] && lowerSlope[row] === upperSlope[row]
}
