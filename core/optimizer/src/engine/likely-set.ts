import { integerZeros, zeros } from '@portofino/numeric'
import { commonShift } from './common-shift.ts'
import type { ActiveSet } from './exact-point.ts'
import { FreeBlock } from './free-block.ts'
import { gather } from './hessian.ts'
import type { Sparse } from './hessian.ts'
import { linearAt, standing } from './quadratic-program.ts'
import type { QuadraticProgram } from './quadratic-program.ts'
import { largestOf } from './vectors.ts'
import { isBudgetAlone } from './vertex-start.ts'

/** So many columns leave their bounds at first; then at most as many at a time as there were steps before. */
const fewColumns = 4
/** Those leave together that are pulled at least this hard, relative to the one that is pulled hardest. */
const share = 0.5
const mostRounds = 60
/** What is beyond a bound by this may be at it. */
const rounding = 1e-12

interface LikelySet {
  set: ActiveSet
  /** Columns that were freed or stopped on the way. */
  steps: number
}

/**
 * What is likely to be free at the solution for one t, where a budget is the only row, or none. From some point that is allowed it
 * goes to the least objective of the columns that are free; those that come beyond bounds stop there, and the others go on; then
 * columns leave their bounds that are pulled hard, many at a time; until none is pulled. That takes a fraction of a path's steps,
 * but only the certificate of the set proves where it leads. Null where it leads nowhere.
 *
 * Source: C. L. Lawson and R. J. Hanson, "Solving Least Squares Problems", Prentice-Hall 1974, chapter 23, but for the many at a
 * time, as in L. F. Portugal, J. J. Júdice and L. N. Vicente, "A comparison of block pivoting and interior-point algorithms for
 * linear least squares problems with nonnegative variables", Mathematics of Computation 63, 1994.
 */
export function likelySet(program: QuadraticProgram, { t, maxSteps }: { t: number; maxSteps: number }): LikelySet | null {
  if (program.rows.count > 0 && !isBudgetAlone(program.rows)) return null
  const descent = new Descent(program, t)
  let canGoOn = descent.begin()
  for (let round = 0; canGoOn && round < mostRounds && descent.steps <= maxSteps; round++) {
    descent.settle()
    const hardest = descent.findPulls()
    if (!Number.isFinite(hardest)) return null
    if (hardest === 0) return descent.holdsSomething ? descent : null
    canGoOn = descent.freePulled(share * hardest)
  }
  return null
}

class Descent implements LikelySet {
  readonly set: ActiveSet
  steps = 0
  readonly #program: QuadraticProgram
  readonly #budget: number | null
  readonly #free: FreeBlock
  readonly #linear: Float64Array
  readonly #largestLinear: number
  readonly #largestVariance: number
  readonly #x: Float64Array
  /** Columns of x that are not zero. */
  readonly #nonzero: Sparse
  /** By place among the free columns: where they would go. */
  readonly #target: Float64Array
  /** Of the objective; then of columns at bounds how hard they are pulled from there. */
  readonly #gradient: Float64Array
  /** What a unit of the budget costs. */
  readonly #level: Float64Array

  constructor(program: QuadraticProgram, t: number) {
    const { hessian, rows } = program
    const { n } = hessian
    this.#program = program
    this.#budget = rows.count === 0 ? null : rows.lower[0]!
    this.#free = new FreeBlock(program)
    if (rows.count > 0) this.#free.addRow(0)
    this.#linear = linearAt(program, t)
    this.#largestLinear = largestOf(this.#linear)
    const largest = largestOf(hessian.deviations)
    this.#largestVariance = largest * largest
    this.#x = zeros(n)
    this.#nonzero = { columns: integerZeros(n), values: zeros(n), count: 0 }
    this.#target = zeros(n)
    this.#gradient = zeros(n)
    this.#level = zeros(rows.count)
    this.set = { columnStanding: new Int8Array(n), rowStanding: new Int8Array(rows.count).fill(standing.lower) }
  }

  /** Finds a point that is allowed: nothing held but what must be, and the budget where it costs least by itself. */
  begin(): boolean {
    const { hessian, lower, upper } = this.#program
    const [x, alone] = [this.#x, this.#gradient]
    const { columnStanding } = this.set
    let left = this.#budget ?? 0
    for (let j = 0; j < x.length; j++) {
      columnStanding[j] = lower[j]! >= 0 ? standing.lower : upper[j]! <= 0 ? standing.upper : standing.free
      x[j] = lower[j]! >= 0 ? lower[j]! : Math.min(0, upper[j]!)
      left -= x[j]!
      alone[j] = this.#linear[j]! + hessian.entry(j, j) / 2
    }
    while (left > 0) {
      const best = leastOf(alone)
      if (best < 0) return false
      alone[best] = Infinity
      const capacity = upper[best]! - x[best]!
      columnStanding[best] = capacity >= left ? standing.free : standing.upper
      x[best] = x[best]! + Math.min(capacity, left)
      left -= capacity
    }
    return columnStanding.every((side, j) => side !== standing.free || this.#release(j))
  }

  /** Goes to the least objective of the columns that are free, but for those that stop at a bound on the way. */
  settle(): void {
    while (this.#free.size > 0) {
      this.#findTarget()
      if (this.#go()) return
    }
  }

  #findTarget(): void {
    const { hessian } = this.#program
    const [free, x, target, gradient] = [this.#free, this.#x, this.#target, this.#gradient]
    gather(x, this.#nonzero)
    hessian.productAt(this.#nonzero, { columns: free.columns, count: free.size }, gradient)
    for (let k = 0; k < free.size; k++) target[k] = -gradient[free.columns[k]!]! - this.#linear[free.columns[k]!]!
    if (this.#budget !== null) this.#level[0] = this.#budget - sum(this.#nonzero)
    free.solve(target, this.#level)
    for (let k = 0; k < free.size; k++) target[k] = x[free.columns[k]!]! + target[k]!
  }

  /** True where all free columns come to their targets; else those beyond a bound stop, and the others make up for it alike. */
  #go(): boolean {
    const { lower, upper } = this.#program
    const [free, target] = [this.#free, this.#target]
    const { size } = free
    const shift = this.#shift()
    for (let k = size - 1; k >= 0; k--) {
      const column = free.columns[k]!
      const to = target[k]! + shift
      const side =
        to < lower[column]! - rounding ? standing.lower : to > upper[column]! + rounding ? standing.upper : standing.free
      this.#x[column] = side === standing.lower ? lower[column]! : side === standing.upper ? upper[column]! : to
      if (side !== standing.free) this.#stop(column, side)
    }
    return free.size === size
  }

  #shift(): number {
    if (this.#budget === null) return 0
    const [{ columns, size }, values] = [this.#free, this.#target]
    const targets = { columns, values, count: size }
    return commonShift(targets, this.#program, sum(targets))
  }

  #stop(column: number, side: -1 | 1): void {
    this.set.columnStanding[column] = side
    this.#free.removeColumn(column)
    this.steps += 1
  }

  /** Whether anything is held, against which rounding is nothing. */
  get holdsSomething(): boolean {
    return largestOf(this.#x) > rounding
  }

  /** Finds how hard columns are pulled from their bounds; returns the hardest pull, 0 within rounding. */
  findPulls(): number {
    const { hessian, lower, upper } = this.#program
    const [gradient, linear, x] = [this.#gradient, this.#linear, this.#x]
    const { columnStanding } = this.set
    gather(x, this.#nonzero)
    hessian.product(this.#nonzero, gradient)
    for (let j = 0; j < x.length; j++) gradient[j] = gradient[j]! + linear[j]!
    const level = this.#currentLevel()
    let hardest = 0
    for (let j = 0; j < x.length; j++) {
      gradient[j] = lower[j] === upper[j] ? 0 : columnStanding[j]! * (gradient[j]! - level)
      hardest = Math.max(hardest, gradient[j]!)
    }
    return hardest <= this.#noise() ? 0 : hardest
  }

  /** What rounding may leave of the terms of a gradient. */
  #noise(): number {
    const { values, count } = this.#nonzero
    let size = 0
    for (let k = 0; k < count; k++) size += Math.abs(values[k]!)
    return 1e-13 * (this.#largestVariance * size + this.#largestLinear)
  }

  /** Where nothing is free: in the middle between what could be bought and what could be sold. */
  #currentLevel(): number {
    if (this.#budget === null) return 0
    if (this.#free.size > 0) return this.#level[0]!
    let [dearest, cheapest] = [-Infinity, Infinity]
    this.#gradient.forEach((value, j) => {
      if (this.set.columnStanding[j] === standing.upper) dearest = Math.max(dearest, value)
      else cheapest = Math.min(cheapest, value)
    })
    return (dearest + cheapest) / 2
  }

  /** False where one depends on those that are free: a path copes with that. */
  freePulled(least: number): boolean {
    const most = this.steps + Math.max(fewColumns, this.steps)
    for (let j = 0; j < this.#x.length && this.steps < most; j++) {
      if (this.#gradient[j]! < least) continue
      if (!this.#release(j)) return false
    }
    return true
  }

  #release(column: number): boolean {
    if (!this.#free.addColumn(column)) return false
    this.set.columnStanding[column] = standing.free
    this.steps += 1
    return true
  }
}

function sum({ values, count }: Sparse): number {
  let total = 0
  for (let k = 0; k < count; k++) total += values[k]!
  return total
}

/** Where the least value is, −1 of none below Infinity. */
function leastOf(values: Float64Array): number {
  let [best, least] = [-1, Infinity]
  for (let j = 0; j < values.length; j++) {
    if (values[j]! >= least) continue
    least = values[j]!
    best = j
  }
  return best
}
