import { curvatureSize } from '../engine/clear-noise.ts'
import { coldStart } from '../engine/cold-start.ts'
import { activeSetOf } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import type { MovingPoint } from '../engine/moving-point.ts'
import { followPath } from '../engine/path.ts'
import type { PathEnd } from '../engine/path.ts'
import type { Point } from '../engine/quadratic-program.ts'
import { vertexStart } from '../engine/vertex-start.ts'
import { affineAt, weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'

/** A point of the frontier as a walk passes it. */
export interface Station {
  lambda: number
  /** What λ multiplies: the return, or what costs leave of it. */
  gain: number
  /** w'Hw with the Hessian of the program: V, or V + L. */
  spread: number
}

export interface Walk {
  program: Program
  moving: MovingPoint
  /** Of λ along the walk: down from the end of highest gain where that is found at once, else up from λ = 0. */
  direction: 1 | -1
  steps: number
}

export interface FailedStart {
  program: Program
  end: PathEnd
  moving: MovingPoint
  steps: number
}

export function beginWalk(program: Program, { maxSteps }: { maxSteps: number }): Walk | FailedStart {
  const { quadratic } = program
  const vertex = vertexStart({ ...quadratic, slope: quadratic.slope.map((value) => -value) })
  if (vertex !== null) return { program, moving: vertex, direction: -1, steps: 0 }
  const { end, moving } = coldStart(quadratic, { t: 0, maxSteps })
  const steps = end.steps ?? 0
  return end.kind === 'arrived' ? { program, moving, direction: 1, steps } : { program, end, moving, steps }
}

/** The station where a walk is. */
export function stationOf({ program, moving: { point }, direction }: Walk): Station {
  return {
    lambda: Math.abs(direction * point.t),
    gain: affineAt(program.gain, point.x),
    spread: significantSpread(program, {
      x: point.x,
      spread: affineAt(program.spread, point.x) + curvatureAt(program, { point, direction }),
    }),
  }
}

const rounding = 1e-14

/** Zero where it is only what rounding left of terms that cancel. */
export function significantSpread(program: Program, { x, spread }: { x: Float64Array; spread: number }): number {
  const { n, covariance } = program.problem
  const weights = weightsAt(program, x)
  let [size, gross, riskiest] = [0, 0, 0]
  for (let asset = 0; asset < n; asset++) {
    const volatility = Math.sqrt(covariance[asset * (n + 1)]!)
    size += volatility * Math.abs(weights[asset]!)
    gross += Math.abs(weights[asset]!)
    riskiest = Math.max(riskiest, volatility)
  }
  const least = rounding * riskiest * gross
  return spread <= Math.max(rounding * size * size, least * least) ? 0 : spread
}

/** x'Hx, from the gradient, which has H·x in it already. */
function curvatureAt(
  { quadratic: { constant, slope, rows } }: Program,
  { point, direction }: { point: Point; direction: 1 | -1 },
): number {
  const { x, gradient, multipliers, activity, t } = point
  let total = 0
  for (let k = 0; k < x.length; k++) total += x[k]! * (gradient[k]! - constant[k]! - direction * t * slope[k]!)
  for (let row = 0; row < rows.count; row++) total += multipliers[row]! * activity[row]!
  return total
}

/** Below this λ nothing tells a corner from the rounding of the walk that came down to it. */
function noisyLambda({ program: { quadratic }, moving: { point } }: Walk): number {
  const slope = quadratic.slope.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return slope === 0 ? 0 : (1e-13 * curvatureSize(quadratic, point.x)) / slope
}

/** Walks on until a visitor says true, or to the end of the frontier; the set is that of the last stretch. */
export function walkOn(
  walk: Walk,
  { maxSteps, visit }: { maxSteps: number; visit: (walk: Walk) => boolean | void },
): { end: PathEnd; set: ActiveSet } {
  const { moving, direction } = walk
  const { steps, ...end } = followPath(moving, {
    until: direction === 1 ? Infinity : 0,
    limitsMove: false,
    maxSteps,
    room: direction === 1 ? 0 : noisyLambda(walk),
    visit: () => visit(walk),
  })
  walk.steps += steps
  return { end, set: activeSetOf(moving.point) }
}
