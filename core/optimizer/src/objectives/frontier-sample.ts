import { argumentOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { Portfolio } from '../outcome.ts'
import { checkFigures, checkReturns, checkedCorners } from './checked-corners.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import type { Corner } from './frontier.ts'
import { numberParameter } from '../parameters.ts'
import { portfolioOf } from './figures.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'

export interface FrontierPoint extends Portfolio {
  /** At which the frontier has these weights; of a corner that keeps them, the first. */
  lambda: number
}

/**
 * So many portfolios of a frontier, from its first corner to its last, evenly spaced in return net of costs: what to draw.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const problem = { covariance, expectedReturns: Float64Array.of(0.1, 0.04) }
 * const whole = frontier(problem)
 * assert.ok(whole.status === 'optimal')
 * const points = frontierSample(problem, whole.corners, { count: 3 })
 * assert.deepEqual(points.map((point) => point.return!.toFixed(3)), ['0.052', '0.076', '0.100'])
 * ```
 *
 * @param problem that the corners are of
 * @returns `count` portfolios; one where the frontier is a single portfolio
 * @throws OptimizerInputError for fewer than two, for what is no corner of it, and for a problem that is not well formed
 */
export function frontierSample(
  problem: Problem,
  corners: readonly Corner[],
  question: { count: number } & Pick<Options, 'ratioRiskFree' | 'psd'>,
): FrontierPoint[] {
  const { count, ...options } = argumentOf('question', question, ['count', 'ratioRiskFree', 'psd'])
  numberParameter('count', count, {
    rule: 'a whole number of at least 2',
    holds: (given) => Number.isInteger(given) && given >= 2,
  })
  if (checkedCorners(corners).length === 0)
    throw new OptimizerInputError('empty', 'corners must be those of a frontier, got none', { field: 'corners' })
  checkOptions(options)
  const checked = checkedProblem(problem, options.psd)
  checkFigures(corners, checked)
  checkReturns(corners, checked)
  const path: Path = { corners, gains: corners.map((corner) => corner.return - corner.cost) }
  const steps = corners.length === 1 ? 0 : count - 1
  return Array.from({ length: steps + 1 }, (_, k) => {
    const { lambda, weights } = k === 0 ? cornerOf(path, 0) : k === steps ? cornerOf(path, -1) : pointAt(path, k / steps)
    return { lambda, ...portfolioOf(checked, weights.slice(), options.ratioRiskFree) }
  })
}

interface Path {
  corners: readonly Corner[]
  /** Returns net of costs. They rise, but for rounding. */
  gains: readonly number[]
}

interface Point {
  lambda: number
  weights: Float64Array
}

function cornerOf({ corners }: Path, index: number): Point {
  const { lambdaFrom, weights } = corners.at(index)!
  return { lambda: lambdaFrom, weights }
}

/** The point at a share of the way from the first gain to the last. */
function pointAt({ corners, gains }: Path, share: number): Point {
  const gain = gains[0]! + (gains.at(-1)! - gains[0]!) * share
  const next = Math.max(
    1,
    gains.findIndex((value) => value >= gain),
  )
  const [below, above] = [corners[next - 1]!, corners[next]!]
  const rise = gains[next]! - gains[next - 1]!
  const part = rise > 0 ? (gain - gains[next - 1]!) / rise : 0
  return {
    lambda: below.lambdaTo + part * (above.lambdaFrom - below.lambdaTo),
    weights: below.weights.map((weight, asset) => weight + part * (above.weights[asset]! - weight)),
  }
}
