import { curvatureSize } from '../engine/clear-noise.ts'
import { coldStart } from '../engine/cold-start.ts'
import type { Attempt } from '../engine/attempts.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import type { MovingPoint } from '../engine/moving-point.ts'
import { followPath } from '../engine/path.ts'
import type { PathEnd } from '../engine/path.ts'
import { largestOf, sizeOfTerms } from '../engine/vectors.ts'
import { vertexStart } from '../engine/vertex-start.ts'
import { affineAt, weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { penaltyOf, varianceOf } from './figures.ts'

/** A point of the frontier as a walk passes it. */
export interface Station {
  lambda: number
  /** What λ multiplies: the return, or what costs leave of it. */
  gain: number
  /** What rounding may have left of the gain. */
  noise: number
  /** w'Hw with the Hessian of the program: V, or V + L. */
  variance: number
}

export interface Walk {
  program: Program
  moving: MovingPoint
  /** Of λ along the walk: down from the end of highest gain where that is found at once, else up from λ = 0. */
  direction: 1 | -1
  steps: number
}

interface FailedStart {
  program: Program
  end: PathEnd
  moving: MovingPoint
  steps: number
}

export function beginWalk(program: Program, { maxSteps, attempt }: { maxSteps: number; attempt: Attempt }): Walk | FailedStart {
  const { quadratic } = program
  const vertex = attempt.isUpward ? null : vertexStart({ ...quadratic, slope: quadratic.slope.map((value) => -value) })
  if (vertex !== null) return { program, moving: vertex, direction: -1, steps: 0 }
  const { end, moving } = coldStart(quadratic, { t: 0, maxSteps, attempt })
  const steps = end.steps ?? 0
  return end.kind === 'arrived' ? { program, moving, direction: 1, steps } : { program, end, moving, steps }
}

/** The station where a walk is. */
export function stationOf(walk: Walk): Station {
  const { program, moving, direction } = walk
  const { x, t } = moving.point
  return {
    lambda: Math.abs(direction * t),
    gain: affineAt(program.gain, x),
    noise: gainNoise(program, x),
    variance: significantVariance(program, { x, variance: varianceOn(walk).variance }),
  }
}

/**
 * Of a variance, relative to the largest that any correlations would give: 45 ε. Entries of a covariance are rounded themselves, and sums over
 * days, so that a portfolio without risk shows a few ε of it.
 */
const rounding = 1e-14

/** Whether weights have no risk that the rounding of a covariance could be told from. */
export function isRiskless(program: Program, weights: Float64Array, variance: number): boolean {
  const size = sizeOfWeights(program, weights)
  return variance <= rounding * size * size
}

/** Zero where it is only what rounding left: of terms that cancel here, or of larger ones on the way here. */
export function significantVariance(program: Program, { x, variance }: { x: Float64Array; variance: number }): number {
  const before = largestOf(program.deviations) * largestOf(x)
  return variance <= Number.EPSILON * before * before ? 0 : ownVariance(program, { x, variance })
}

/** Zero where it is only what rounding left of terms that cancel here. */
function ownVariance(program: Program, { x, variance }: { x: Float64Array; variance: number }): number {
  const { hessian, moved } = program.quadratic
  const deviation = largestOf(hessian.deviations)
  const size = Math.max(sizeOf(program, x), deviation * moved)
  const nothing = deviation * nothingBeside(program, x)
  return variance <= Math.max(rounding * size * size, nothing * nothing) ? 0 : variance
}

/** Where there seems to be no risk, the station of weights solved afresh. */
export function clearStationOf(walk: Walk): Station {
  const station = stationOf(walk)
  const { program, moving } = walk
  const solved = station.variance > 0 ? null : solvedSet(program.quadratic, activeSetOf(moving.point))
  if (solved === null) return station
  const { x } = solved.at(station.lambda)
  const weights = weightsAt(program, x)
  const variance = varianceOf(program.problem, weights) + penaltyOf(program.problem, weights)
  return { ...station, gain: affineAt(program.gain, x), variance: ownVariance(program, { x, variance }) }
}

/** What rounding may have left of the gain at x, on the way there from the bounds. */
export function gainNoise(program: Program, x: Float64Array): number {
  return largestOf(program.gain.perUnit) * nothingBeside(program, x)
}

/** Weights of this size are none beside those at x, and beside the bounds that a way there begins at. */
function nothingBeside({ quadratic: { lower, upper, moved } }: Program, x: Float64Array): number {
  let size = Math.max(moved, largestOf(x))
  for (let k = 0; k < x.length; k++) {
    const bound = Math.min(Math.abs(lower[k]!), Math.abs(upper[k]!))
    if (bound > size && bound < Infinity) size = bound
  }
  return 1e-11 * size
}

/** The largest volatility that any correlations would give the weights at x. */
export function sizeOf(program: Program, x: Float64Array): number {
  return sizeOfWeights(program, program.columns.isPlain ? x : weightsAt(program, x))
}

function sizeOfWeights({ deviations }: Program, weights: Float64Array): number {
  return sizeOfTerms(deviations, weights)
}

/** w'Hw, from the gradient, which has H·x in it already; and how large the terms are that it was summed from. */
export function varianceOn({ program, moving, direction }: Walk): { variance: number; terms: number } {
  const { constant, slope, rows } = program.quadratic
  const { x, gradient, multipliers, activity, t } = moving.point
  let variance = affineAt(program.variance, x)
  let terms = Math.abs(variance)
  for (let k = 0; k < x.length; k++) {
    if (x[k] === 0) continue
    const pull = direction * t * slope[k]!
    variance += x[k]! * (gradient[k]! - constant[k]! - pull)
    terms += Math.abs(x[k]!) * (Math.abs(gradient[k]!) + Math.abs(constant[k]!) + Math.abs(pull))
  }
  for (let row = 0; row < rows.count; row++) {
    const term = multipliers[row]! * activity[row]!
    variance += term
    terms += Math.abs(term)
  }
  return { variance, terms }
}

/** Below this λ nothing tells a corner from the rounding of the walk that came down to it. */
function noisyLambda({ program: { quadratic }, moving: { point } }: Walk): number {
  const slope = largestOf(quadratic.slope)
  return slope === 0 ? 0 : (1e-13 * curvatureSize(quadratic, point.x)) / slope
}

/** Walks on until a visitor says true, or to the end of the frontier; the set is that of the last stretch. */
export function walkOn(
  walk: Walk,
  { maxSteps, visit, jumped }: { maxSteps: number; visit: (walk: Walk) => boolean | void; jumped?: (walk: Walk) => void },
): { end: PathEnd; set: ActiveSet } {
  const { moving, direction } = walk
  const { steps, ...end } = followPath(moving, {
    until: direction === 1 ? Infinity : 0,
    limitsMove: false,
    corrects: true,
    maxSteps,
    tolerance: direction === 1 ? 0 : noisyLambda(walk),
    visit: () => visit(walk),
    jumped: () => jumped?.(walk),
  })
  walk.steps += steps
  return { end, set: activeSetOf(moving.point) }
}
