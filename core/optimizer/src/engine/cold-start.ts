import { copied, zeros } from '@portofino/numeric'
import { FreeBlock } from './free-block.ts'
import { findGradients } from './gradients.ts'
import { isEquality } from './events.ts'
import { MovingPoint } from './moving-point.ts'
import { holdRow } from './exchanges.ts'
import type { DeadEnd } from './exchanges.ts'
import { followPath } from './path.ts'
import type { PathEnd } from './path.ts'
import { activityAt, gradientAt, standing } from './quadratic-program.ts'
import { clearNoise } from './clear-noise.ts'
import type { Point, QuadraticProgram, Rows } from './quadratic-program.ts'
import { largestOf } from './vectors.ts'
import { firstAttempt } from './attempts.ts'
import type { Attempt } from './attempts.ts'

/**
 * Solves a program for one t from nothing: begins with a program that its bounds solve (rows loosened to what the bounds make of
 * them, gradients pushed to the right side), and follows its solutions to the one that was asked for.
 */
export function coldStart(
  program: QuadraticProgram,
  { t, maxSteps, attempt: { tolerance, perturbation } = firstAttempt }: ColdStartOptions,
): ColdStart {
  const point = atBounds(program)
  const loosened = loosenedProgram(program, { point, t, perturbation })
  const free = new FreeBlock(loosened)
  const moving = new MovingPoint(loosened, point, free)
  const blocked = holdEqualities(moving)
  const end = blocked ?? followPath(moving, { until: 1, limitsMove: true, maxSteps, tolerance })
  if (end.kind !== 'arrived') return { end, moving }
  point.t = t
  const arrived = new MovingPoint(program, point, free)
  findGradients(arrived)
  clearNoise(program, point)
  return { end, moving: arrived }
}

interface ColdStartOptions {
  t: number
  maxSteps: number
  /** Default: the first. */
  attempt?: Attempt
}

interface ColdStart {
  end: PathEnd & { steps?: number }
  moving: MovingPoint
}

function atBounds({ hessian: { n }, lower, upper, rows }: QuadraticProgram): Point {
  const x = zeros(n)
  const columnStanding = new Int8Array(n)
  for (let j = 0; j < n; j++) {
    columnStanding[j] = nearestBound(lower[j]!, upper[j]!)
    x[j] = columnStanding[j] === standing.held ? 0 : columnStanding[j] === standing.lower ? lower[j]! : upper[j]!
  }
  return {
    t: 0,
    x,
    gradient: zeros(n),
    multipliers: zeros(rows.count),
    activity: activityAt(x, rows),
    columnStanding,
    rowStanding: new Int8Array(rows.count),
  }
}

function nearestBound(lower: number, upper: number): number {
  if (lower === -Infinity && upper === Infinity) return standing.held
  return Math.abs(lower) <= Math.abs(upper) ? standing.lower : standing.upper
}

function loosenedProgram(
  program: QuadraticProgram,
  { point, t, perturbation }: { point: Point; t: number; perturbation: number },
): QuadraticProgram {
  const { rows } = program
  const gradient = gradientAt(program, point.x, t)
  const scale = Math.max(largestOf(gradient), largestVariance(program)) || 1
  // Different for different columns, so that their gradients do not come to zero together.
  const push = gradient.map(
    (value, j) => pushed(value, { at: point.columnStanding[j]!, least: scale * (1 + ((j * perturbation) % 1)) }) - value,
  )
  gradient.forEach((value, j) => (point.gradient[j] = value + push[j]!))
  const loose = { lower: copied(rows.lower), upper: copied(rows.upper), lowerSlope: still(rows), upperSlope: still(rows) }
  point.activity.forEach((value, row) => {
    const equality = rows.lower[row] === rows.upper[row]
    if (equality || value < rows.lower[row]!) {
      loose.lower[row] = value
      loose.lowerSlope[row] = rows.lower[row]! - value
    }
    if (equality || value > rows.upper[row]!) {
      loose.upper[row] = value
      loose.upperSlope[row] = rows.upper[row]! - value
    }
  })
  return {
    ...program,
    rows: { ...rows, ...loose },
    constant: program.constant.map((value, j) => value + t * program.slope[j]! + push[j]!),
    slope: push.map((value) => -value),
  }
}

function largestVariance({ hessian: { n, entry } }: QuadraticProgram): number {
  let largest = 0
  for (let j = 0; j < n; j++) largest = Math.max(largest, entry(j, j))
  return largest
}

const still = ({ count }: Rows): Float64Array => zeros(count)

function pushed(gradient: number, { at, least }: { at: number; least: number }): number {
  if (at === standing.held) return 0
  return at === standing.lower ? Math.max(gradient, least) : Math.min(gradient, -least)
}

/** Equalities hold from the beginning. One that follows from others says nothing of its own, and is let go. */
function holdEqualities(moving: MovingPoint): DeadEnd | null {
  const { rows } = moving.program
  for (let row = 0; row < rows.count; row++) {
    if (!isEquality(rows, row)) continue
    const side = rows.lowerSlope[row]! < 0 ? 1 : -1
    const end = heldOn(moving, row, side) ?? heldOn(moving, row, side === 1 ? -1 : 1)
    if (end === 'holds') continue
    if (end !== null) return end
    rows.lower[row] = -Infinity
    rows.upper[row] = Infinity
    rows.lowerSlope[row] = 0
    rows.upperSlope[row] = 0
  }
  return null
}

/** Null where nothing can make the row hold on this side, and nothing asks for it either. */
function heldOn(moving: MovingPoint, row: number, side: -1 | 1): DeadEnd | 'holds' | null {
  const end = holdRow(moving, row, { side, mayDepend: true })
  if (end === null) return 'holds'
  return end.kind !== 'infeasible' || demand(end.rows, moving.program.rows) > 0 ? end : null
}

/** How fast the rows, pulled so, ask for more than the columns can give; 0 within rounding. */
function demand(pull: Float64Array, { lowerSlope, upperSlope }: Rows): number {
  let [total, size] = [0, 0]
  const least = 1e-12 * largestOf(pull)
  pull.forEach((value, row) => {
    if (Math.abs(value) <= least) return
    const term = value * (value > 0 ? lowerSlope[row]! : upperSlope[row]!)
    total += term
    size += Math.abs(term)
  })
  return Math.abs(total) <= 1e-12 * size ? 0 : total
}
