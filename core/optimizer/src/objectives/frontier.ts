import { isDeadEnd } from '../engine/path.ts'
import type { Failure } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf, weightsAlong } from '../problem/program.ts'
import { beginTrail, cornersOf, passCorner } from './corners.ts'
import type { Corner } from './corners.ts'
import { failed } from './failed.ts'
import { beginWalk, walkOn } from './frontier-walk.ts'
import { checkOptions, maxStepsOf } from './options.ts'
import type { Options } from './options.ts'
import { problemWithReturns } from './problem-with-returns.ts'

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
  const trail = beginTrail(walk)
  const { end } = walkOn(walk, { maxSteps, visit: (at) => passCorner(trail, at) })
  if (isDeadEnd(end)) return failed(program, { end, moving: walk.moving, steps: walk.steps })
  const corners = cornersOf(trail, walk)
  const rates = walk.moving.direction()
  const isEndless = walk.direction === 1 && rates.some((rate) => rate !== 0)
  if (!isEndless) corners.at(-1)!.lambdaTo = Infinity
  return { status: 'optimal', corners, ray: isEndless ? weightsAlong(program, rates) : null, steps: walk.steps }
}
