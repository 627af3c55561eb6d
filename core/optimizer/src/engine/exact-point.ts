import { copied, zeros } from '@portofino/numeric'
import { FreeBlock } from './free-block.ts'
import { NewtonSteps, takeStep } from './newton-steps.ts'
import { linearAt, standing } from './quadratic-program.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

/** Which columns are free and which rows hold: all that a solution depends on. */
export interface ActiveSet {
  columnStanding: Int8Array
  rowStanding: Int8Array
}

export interface SolvedSet {
  /** Of the program's constant and slope together, at one t. */
  at: (t: number) => { x: Float64Array; multipliers: Float64Array }
  /** x = constant + t·slope on the stretch where this set stays. */
  stretch: () => { constant: Float64Array; slope: Float64Array }
  reciprocalCondition: number
  /** Whether the solution stays the only one when these columns may move too. */
  staysUniqueWith: (columns: readonly number[]) => boolean
}

const refinements = 2

/**
 * Solves for an active set afresh, columns and rows in the order of their numbers: the same set gives the same bits, however it
 * was found. Null where the set does not determine a solution.
 */
export function solvedSet(program: QuadraticProgram, { columnStanding, rowStanding }: ActiveSet): SolvedSet | null {
  const { rows, lower, upper } = program
  const n = program.hessian.n
  const free = new FreeBlock(program, countOf(columnStanding, standing.free))
  for (let row = 0; row < rows.count; row++) if (rowStanding[row] !== standing.free) free.addRow(row)
  for (let j = 0; j < n; j++) if (columnStanding[j] === standing.free && !free.addColumn(j)) return null
  const bound = zeros(n)
  for (let j = 0; j < n; j++) {
    if (columnStanding[j] === standing.lower) bound[j] = lower[j]!
    else if (columnStanding[j] === standing.upper) bound[j] = upper[j]!
  }
  const limits = zeros(free.rows.length)
  free.rows.forEach((row, w) => (limits[w] = rowStanding[row] === standing.lower ? rows.lower[row]! : rows.upper[row]!))
  const steps = new NewtonSteps(program, free)
  return {
    at(t) {
      const linear = linearAt(program, t)
      const point = solved(steps, { linear, bound, limits })
      if (isFlat(program, linear)) point.multipliers.fill(0)
      keepWithinBounds(program, free, point.x)
      return point
    },
    stretch: () => ({
      constant: solved(steps, { linear: program.constant, bound, limits }).x,
      slope: slopeOf(steps),
    }),
    reciprocalCondition: free.reciprocalCondition,
    staysUniqueWith(columns) {
      const size = free.size
      const isUnique = columns.every((column) => free.addColumn(column))
      while (free.size > size) free.removeColumn(free.columns[free.size - 1]!)
      return isUnique
    },
  }
}

function countOf(standings: Int8Array, side: number): number {
  let count = 0
  for (let k = 0; k < standings.length; k++) if (standings[k] === side) count += 1
  return count
}

/** Without curvature and slope nothing pulls, and every point is as good: what the multipliers have is rounding. */
function isFlat({ hessian }: QuadraticProgram, linear: Float64Array): boolean {
  return linear.every((value, j) => value === 0 && hessian.entry(j, j) === 0)
}

/** What is left of terms that cancel to this share is nothing. */
const rounding = 1e-13

/** None at a vertex, which the rows alone fix, and where the rows that hold take up the whole slope. */
function slopeOf(steps: NewtonSteps): Float64Array {
  const { free, program } = steps
  const { rows, slope } = program
  const n = slope.length
  const none = zeros(n)
  if (free.isFixed) return none
  const limits = zeros(free.rows.length)
  const { x, multipliers } = solved(steps, { linear: slope, bound: none, limits })
  let [left, terms] = [0, 0]
  for (let k = 0; k < free.size; k++) {
    const j = free.columns[k]!
    let force = slope[j]!
    for (const row of free.rows) force -= multipliers[row]! * rows.coefficients[row * n + j]!
    left = Math.max(left, Math.abs(force))
    terms = Math.max(terms, Math.abs(slope[j]!))
  }
  return left <= rounding * terms ? none : x
}

interface Conditions {
  linear: Float64Array
  bound: Float64Array
  limits: Float64Array
}

function solved(steps: NewtonSteps, { linear, bound, limits }: Conditions): { x: Float64Array; multipliers: Float64Array } {
  const { free, program } = steps
  const point = { x: copied(bound), multipliers: zeros(program.rows.count) }
  for (let round = 0; round <= refinements; round++) takeStep({ point, free }, steps.from(point, { linear, limits }))
  return point
}

/** Rounding may leave a free column a hair beyond a bound that it is about to reach. */
function keepWithinBounds({ lower, upper }: QuadraticProgram, free: FreeBlock, x: Float64Array): void {
  for (let k = 0; k < free.size; k++) {
    const j = free.columns[k]!
    const tolerance = 1e-12 * Math.max(1, Math.abs(x[j]!))
    if (x[j]! < lower[j]! && x[j]! >= lower[j]! - tolerance) x[j] = lower[j]!
    if (x[j]! > upper[j]! && x[j]! <= upper[j]! + tolerance) x[j] = upper[j]!
  }
}

/** What a point stands on. */
export function activeSetOf({ columnStanding, rowStanding }: Point): ActiveSet {
  return { columnStanding: columnStanding.slice(), rowStanding: rowStanding.slice() }
}
