import { isDeadEnd } from '../engine/path.ts'
import type { Failure } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf, weightsAlong, weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { costOf, returnOf, volatilityOf } from './figures.ts'
import { beginWalk, walkOn } from './frontier-walk.ts'
import type { Walk } from './frontier-walk.ts'
import { checkOptions, maxStepsOf } from './options.ts'
import type { Options } from './options.ts'
import { problemWithReturns } from './problem-with-returns.ts'
import { risingCorners } from './rising-corners.ts'

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
   * From λ = 0, the portfolio of least variance, to the one of highest return. Where weights jump at one λ, as between portfolios without
   * risk, both sides of the jump are corners, and all between them are as good.
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
  const walk = beginWalk(program, { maxSteps })
  if ('end' in walk) return failed(program, walk)
  const corners = [cornerOf(walk)]
  if (walk.direction === -1) corners[0]!.lambdaTo = Infinity
  const { end } = walkOn(walk, { maxSteps, visit: (at) => pass(at, corners) })
  if (isDeadEnd(end)) return failed(program, { end, moving: walk.moving, steps: walk.steps })
  if (walk.direction === -1) {
    return { status: 'optimal', corners: risingCorners(program, corners.toReversed()), ray: null, steps: walk.steps }
  }
  jump(walk, corners, 0)
  const direction = walk.moving.direction()
  const ray = direction.some((rate) => rate !== 0) ? weightsAlong(program, direction) : null
  if (ray === null) corners.at(-1)!.lambdaTo = Infinity
  return { status: 'optimal', corners: risingCorners(program, corners), ray, steps: walk.steps }
}

/** A step that moved λ: to another corner, or along a kink that the last corner is. */
function pass(walk: Walk, corners: Corner[]): void {
  const corner = cornerOf(walk)
  const { lambdaFrom, lambdaTo } = corners.at(-1)!
  jump(walk, corners, walk.direction === 1 ? corner.lambdaFrom - lambdaTo : lambdaFrom - corner.lambdaTo)
  const last = corners.at(-1)!
  if (walk.moving.isVertex && last.weights.every((weight, asset) => weight === corner.weights[asset])) {
    last.lambdaFrom = Math.min(last.lambdaFrom, corner.lambdaFrom)
    last.lambdaTo = Math.max(last.lambdaTo, corner.lambdaTo)
  } else corners.push(corner)
}

/** Weights this far apart have jumped where λ stood still; closer ones may be apart by rounding. */
const apart = 1e-9

/** One more corner where the stretch that has been walked, so much of λ, did not begin at the last one. */
function jump(walk: Walk, corners: Corner[], stretch: number): void {
  const { program, moving, direction } = walk
  const x = moving.direction()
  for (let k = 0; k < x.length; k++) x[k] = moving.point.x[k]! - stretch * x[k]!
  const { weights, lambdaFrom, lambdaTo } = corners.at(-1)!
  const hasJumped = weightsAt(program, x).some(
    (weight, i) => Math.abs(weight - weights[i]!) > apart * Math.max(1, Math.abs(weight)),
  )
  if (hasJumped) corners.push(cornerAt(program, x, direction === 1 ? lambdaTo : lambdaFrom))
}

function cornerOf({ program, moving: { point } }: Walk): Corner {
  return cornerAt(program, point.x, Math.abs(point.t))
}

function cornerAt(program: Program, x: Float64Array, lambda: number): Corner {
  const { lower, upper } = program.quadratic
  const weights = weightsAt(
    program,
    x.map((value, k) => Math.min(Math.max(value, lower[k]!), upper[k]!)),
  )
  return {
    lambdaFrom: lambda,
    lambdaTo: lambda,
    weights,
    return: returnOf(program.problem, weights),
    cost: costOf(program.problem, weights),
    volatility: volatilityOf(program.problem, weights),
  }
}
