import { zeros } from '@portofino/numeric'
import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { addTimes, dot, largestOf, sizeOfTerms } from '../engine/vectors.ts'
import type { CertifiedPoint } from '../certificate/pulls.ts'

/** What is this close to a bound or limit, relative to the sizes at hand, stands on it. */
const touch = 1e-12
/** Two computations of one point differ by no more. */
const nearby = 1e-9

/**
 * Where a point touches a bound or limit that does not pull, its active set is a matter of taste, and different sets give
 * different last bits. Solved once more on everything that it touches, the point has the same bits whatever set led to it.
 * Null where nothing is touched but what the set stands on.
 *
 * @param timeOn where on a stretch the point lies
 */
export function settledPoint(
  quadratic: QuadraticProgram,
  { set, solved, point }: { set: ActiveSet; solved: SolvedSet; point: CertifiedPoint },
  timeOn: (solved: SolvedSet) => number,
): CertifiedPoint | null {
  const touched = touchedSet(quadratic, set, point.x)
  if (isSame(touched.columnStanding, set.columnStanding) && isSame(touched.rowStanding, set.rowStanding)) return null
  const again = solvedSet(quadratic, touched)
  if (again === null) return null
  const time = timeOn(again)
  const t = isNear(time, point.t) ? time : point.t
  const { x } = again.at(t)
  const size = sizeOf(quadratic, x)
  if (!x.every((value, k) => Math.abs(value - point.x[k]!) <= nearby * size)) return null
  return { x, multipliers: solved.at(t).multipliers, t }
}

function touchedSet(quadratic: QuadraticProgram, { columnStanding, rowStanding }: ActiveSet, x: Float64Array): ActiveSet {
  const { lower, upper } = quadratic
  const size = sizeOf(quadratic, x)
  const columns = columnStanding.slice()
  for (let k = 0; k < columns.length; k++) {
    if (lower[k] === upper[k]) columns[k] = standing.lower
    else if (columns[k] === standing.free) {
      columns[k] = sideOf(x[k]!, { lower: lower[k]!, upper: upper[k]!, tolerance: touch * size })
    }
  }
  return { columnStanding: columns, rowStanding: touchedRows(quadratic, { columns, rowStanding, x }) }
}

/** Rows that stand on a limit, in the order of their numbers, but for those that follow from others at the free columns. */
function touchedRows(
  { rows, hessian: { n } }: QuadraticProgram,
  { columns, rowStanding, x }: { columns: Int8Array; rowStanding: Int8Array; x: Float64Array },
): Int8Array {
  const free: number[] = []
  for (let k = 0; k < n; k++) if (columns[k] === standing.free) free.push(k)
  const basis: Float64Array[] = []
  const sides = rowStanding.slice()
  for (let row = 0; row < sides.length; row++) {
    const coefficients = rows.coefficients.subarray(row * n, (row + 1) * n)
    const limits = { lower: rows.lower[row]!, upper: rows.upper[row]! }
    if (limits.lower === limits.upper) sides[row] = standing.lower
    else if (sides[row] === standing.free) sides[row] = rowSide(coefficients, x, { ...limits, moved: rows.moved[row]! })
    if (sides[row] !== standing.free && !isIndependent(chosen(coefficients, free), basis)) sides[row] = standing.free
  }
  return sides
}

function chosen(values: Float64Array, places: readonly number[]): Float64Array {
  const ofPlaces = zeros(places.length)
  for (let k = 0; k < places.length; k++) ofPlaces[k] = values[places[k]!]!
  return ofPlaces
}

function rowSide(
  coefficients: Float64Array,
  x: Float64Array,
  { moved, ...limits }: { lower: number; upper: number; moved: number },
): number {
  const size = moved + sizeOfTerms(coefficients, x)
  return sideOf(dot(coefficients, x), { ...limits, tolerance: touch * size })
}

function sideOf(value: number, { lower, upper, tolerance }: { lower: number; upper: number; tolerance: number }): number {
  return value - lower <= tolerance ? standing.lower : upper - value <= tolerance ? standing.upper : standing.free
}

/** Adds what the values, which are overwritten, have of their own to the basis. */
function isIndependent(values: Float64Array, basis: Float64Array[]): boolean {
  const own = dot(values, values)
  for (const other of basis) addTimes(values, other, { times: -dot(values, other), size: values.length })
  const left = dot(values, values)
  if (left <= 1e-20 * own) return false
  const length = Math.sqrt(left)
  for (let k = 0; k < values.length; k++) values[k] = values[k]! / length
  basis.push(values)
  return true
}

/** Of the weights: columns may be small parts of them, counted from a constant that rows have moved into their limits. */
function sizeOf({ rows }: QuadraticProgram, x: Float64Array): number {
  return Math.max(largestOf(x), largestOf(rows.moved))
}

function isSame(a: Int8Array, b: Int8Array): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

function isNear(a: number, b: number): boolean {
  return Number.isFinite(a) && Math.abs(a - b) <= nearby * Math.max(Math.abs(a), Math.abs(b))
}
