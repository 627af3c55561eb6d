import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { costOf, returnOf, volatilityOf } from './figures.ts'
import type { Walk } from './frontier-walk.ts'

/** A portfolio at which the frontier changes its direction. */
export interface Corner {
  /** These weights are the optimum for every λ from here … */
  lambdaFrom: number
  /** … to here; Infinity at the end of highest return. */
  lambdaTo: number
  /** Shape [n]. */
  weights: Float64Array
  /** μ'w, before costs. */
  return: number
  /** C(w). */
  cost: number
  /** √(w'Σw). */
  volatility: number
}

/** The corners that a walk has passed, in its order, and where it was at the last of them. */
export interface Trail {
  corners: Corner[]
  t: number
  x: Float64Array
}

export function beginTrail({ program, moving: { point } }: Walk): Trail {
  return { corners: [cornerAt(program, point.x, point.t)], t: point.t, x: point.x.slice() }
}

/** A step that moved λ: to another corner, or along a kink that the last corner is. */
export function passCorner(trail: Trail, { program, moving }: Walk): void {
  const { x, t } = moving.point
  const beginning = moving.direction()
  for (let k = 0; k < x.length; k++) beginning[k] = x[k]! - (t - trail.t) * beginning[k]!
  if (isApart(beginning, trail.x)) trail.corners.push(cornerAt(program, beginning, trail.t))
  const corner = cornerAt(program, x, t)
  const last = trail.corners.at(-1)!
  if (moving.isVertex && last.weights.every((weight, asset) => weight === corner.weights[asset])) {
    last.lambdaFrom = Math.min(last.lambdaFrom, corner.lambdaFrom)
    last.lambdaTo = Math.max(last.lambdaTo, corner.lambdaTo)
  } else trail.corners.push(corner)
  trail.t = t
  trail.x.set(x)
}

/** All corners from λ = 0 up, once the walk has come to its end. */
export function cornersOf(trail: Trail, { program, moving: { point }, direction }: Walk): Corner[] {
  const { corners } = trail
  if (isApart(point.x, trail.x)) corners.push(cornerAt(program, point.x, trail.t))
  const rising = direction === 1 ? corners : corners.toReversed()
  while (rising.length > 1 && isNoCorner(program, rising[1]!)) rising.shift()
  rising[0]!.lambdaFrom = 0
  return rising
}

/** Columns this far apart have jumped where λ stood still; closer ones may be apart by rounding. */
const least = 1e-9

function isApart(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (Math.abs(a[k]! - b[k]!) > least * Math.max(1, Math.abs(a[k]!))) return true
  return false
}

/** Whether the frontier only begins here, or later: of portfolios at λ = 0, and of those without risk, with the one that earns most. */
function isNoCorner({ problem }: Program, { lambdaTo, weights, volatility }: Corner): boolean {
  if (lambdaTo === 0) return true
  if (problem.l2 !== null) return false
  const { n, covariance } = problem
  const spread = weights.reduce((total, weight, i) => total + Math.abs(weight) * Math.sqrt(covariance[i * n + i]!), 0)
  return volatility <= 1e-7 * spread
}

function cornerAt(program: Program, x: Float64Array, t: number): Corner {
  const { lower, upper } = program.quadratic
  const weights = weightsAt(
    program,
    x.map((value, k) => Math.min(Math.max(value, lower[k]!), upper[k]!)),
  )
  const lambda = Math.abs(t)
  return {
    lambdaFrom: lambda,
    lambdaTo: lambda,
    weights,
    return: returnOf(program.problem, weights),
    cost: costOf(program.problem, weights),
    volatility: volatilityOf(program.problem, weights),
  }
}
