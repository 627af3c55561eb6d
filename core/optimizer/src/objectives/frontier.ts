import type { Attempt } from '../engine/attempts.ts'
import { isDeadEnd } from '../engine/path.ts'
import { largestOf } from '../engine/vectors.ts'
import type { Failure } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf, weightsAlong, weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { isProven } from './corner-proof.ts'
import { failed } from './failed.ts'
import { costOf, penaltyOf, returnOf, varianceOf } from './figures.ts'
import { beginWalk, walkOn } from './frontier-walk.ts'
import type { Walk } from './frontier-walk.ts'
import { checkOptions, maxStepsOf } from './options.ts'
import type { Options } from './options.ts'
import { risingCorners } from './rising-corners.ts'
import { soundest } from './soundest.ts'
import { problemWithReturns } from './problem-with-returns.ts'
import { largestVolatility } from './significant-variance.ts'
import { varianceOn } from './station.ts'

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

export interface Frontier {
  status: 'optimal'
  /**
   * From λ = 0, the portfolio of least variance, to the one of highest return. Where weights jump at one λ, both sides of the jump are
   * corners, and all between them are as good.
   */
  corners: Corner[]
  /** Null unless returns rise for ever: then beyond the last corner the weights go on along `ray`, per unit of λ. */
  ray: Float64Array | null
  /** Changes of the active set. */
  steps: number
}

export type FrontierOutcome = Frontier | Failure

/**
 * The whole efficient frontier: all minima of ½(V + L) − λ(μ'w − C) for λ from 0 up. Between neighboring corners the weights
 * are linear in λ, and `weightsAtLambda` finds them.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = frontier({ covariance, expectedReturns: Float64Array.of(0.1, 0.04) })
 * assert.ok(outcome.status === 'optimal')
 * assert.deepEqual(outcome.corners.map((corner) => corner.return.toFixed(3)), ['0.052', '0.100'])
 * ```
 *
 * Source: H. Markowitz, "Portfolio Selection", Wiley 1959; A. and D. Niedermayer, "Applying Markowitz's Critical Line
 * Algorithm", in: Handbook of Portfolio Construction, Springer 2010.
 *
 * @throws OptimizerInputError for a problem that is not well formed or without expected returns
 */
export function frontier(problem: Problem, options: Options = {}): FrontierOutcome {
  checkOptions(options)
  const program = programOf(problemWithReturns(problem, options.psd), { l2Weight: 1, costWeight: 0, gain: 'net-return' })
  const maxSteps = maxStepsOf(options, program)
  return soundest((attempt) => walked(program, { maxSteps, attempt }))
}

function walked(program: Program, { maxSteps, attempt }: { maxSteps: number; attempt: Attempt }): FrontierOutcome {
  const walk = beginWalk(program, { maxSteps, attempt })
  if ('end' in walk) return failed(program, walk)
  if (!isProven(walk, 0)) return astray(program, walk)
  const corners = [cornerOf(walk)]
  if (walk.direction === -1) corners[0]!.lambdaTo = Infinity
  let isAstray = false
  const visit = (at: Walk): boolean => {
    pass(at, corners)
    isAstray ||= !isProven(at, corners.length)
    return isAstray
  }
  const { end } = walkOn(walk, { maxSteps, visit, jumped: visit })
  if (!isAstray && isDeadEnd(end)) return failed(program, { ...walk, end })
  return isAstray || !isProven(walk, 0) ? astray(program, walk) : whole(walk, corners)
}

/** Rounding has led a walk away from the frontier. */
const astray = (program: Program, walk: Walk): Failure => failed(program, { ...walk, end: { kind: 'blocked' } })

/** @param corners in the order of the walk */
function whole({ program, moving, direction: sense, steps }: Walk, corners: Corner[]): Frontier {
  if (sense === -1) return { status: 'optimal', corners: risingCorners(program, corners.toReversed()), ray: null, steps }
  const direction = moving.direction()
  const ray = direction.some((rate) => rate !== 0) ? weightsAlong(program, direction) : null
  if (ray === null) corners.at(-1)!.lambdaTo = Infinity
  return { status: 'optimal', corners: risingCorners(program, corners), ray, steps }
}

/** A step that moved λ: to another corner, or along a kink that the last corner is. */
function pass(walk: Walk, corners: Corner[]): void {
  const corner = cornerOf(walk)
  const last = corners.at(-1)!
  if (isSame(last.weights, corner.weights)) {
    last.lambdaFrom = Math.min(last.lambdaFrom, corner.lambdaFrom)
    last.lambdaTo = Math.max(last.lambdaTo, corner.lambdaTo)
  } else corners.push(corner)
}

/** Within rounding. */
function isSame(a: Float64Array, b: Float64Array): boolean {
  const tolerance = 1e-12 * largestOf(b)
  return a.every((weight, asset) => Math.abs(weight - b[asset]!) <= tolerance)
}

function cornerOf(walk: Walk): Corner {
  const { program, moving } = walk
  const { problem } = program
  const weights = clampedWeights(walk)
  const lambda = Math.abs(moving.point.t)
  return {
    lambdaFrom: lambda,
    lambdaTo: lambda,
    weights,
    return: returnOf(problem, weights),
    cost: costOf(problem, weights),
    volatility: Math.sqrt(Math.max(0, varianceAt(walk, weights))),
  }
}

/** From what the walk knows already, unless too much of that cancels. */
function varianceAt(walk: Walk, weights: Float64Array): number {
  const { program, moving } = walk
  const { variance: penalized, terms } = varianceOn(walk)
  const penalty = penaltyOf(program.problem, weights)
  const variance = penalized - penalty
  const least = leastShare * largestVolatility(program, moving.point.x)
  const isClear = variance > leastShare * (terms + penalty) && variance > least * least
  return isClear ? variance : varianceOf(program.problem, weights)
}

const leastShare = 1 / 32

/** Rounding may leave a free column a hair beyond a bound that it has reached. */
function clampedWeights({ program, moving }: Walk): Float64Array {
  const { lower, upper } = program.problem
  const weights = weightsAt(program, moving.point.x)
  for (let asset = 0; asset < weights.length; asset++) {
    if (weights[asset]! < lower[asset]!) weights[asset] = lower[asset]!
    else if (weights[asset]! > upper[asset]!) weights[asset] = upper[asset]!
  }
  return weights
}
