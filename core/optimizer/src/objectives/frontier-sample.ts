import { OptimizerInputError } from '../input-error.ts'
import type { Portfolio } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import type { Corner } from './frontier.ts'
import { measuredPortfolio } from './measured-portfolio.ts'
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
 * @throws OptimizerInputError for fewer than two, and for a problem that is not well formed
 */
export function frontierSample(
  problem: Problem,
  corners: readonly Corner[],
  { count, ...options }: { count: number } & Pick<Options, 'ratioRiskFree' | 'psd'>,
): FrontierPoint[] {
  if (!Number.isInteger(count) || count < 2) {
    throw new OptimizerInputError('out_of_range', `count must be a whole number of at least 2, got ${count}`, { field: 'count' })
  }
  const gains = corners.map((corner) => corner.return - corner.cost)
  const step = (gains.at(-1)! - gains[0]!) / (count - 1)
  const between = Array.from({ length: count - 2 }, (_, k) => pointAt(corners, gains, gains[0]! + (k + 1) * step))
  const points = corners.length === 1 ? [pointOf(corners[0]!)] : [pointOf(corners[0]!), ...between, pointOf(corners.at(-1)!)]
  return points.map(({ lambda, weights }) => ({ lambda, ...measuredPortfolio(problem, weights, options) }))
}

interface Place {
  lambda: number
  weights: Float64Array
}

function pointOf({ lambdaFrom, weights }: Corner): Place {
  return { lambda: lambdaFrom, weights }
}

function pointAt(corners: readonly Corner[], gains: readonly number[], gain: number): Place {
  const found = gains.findIndex((value) => value >= gain)
  const next = found < 0 ? gains.length - 1 : found
  const [above, below] = [corners[next]!, corners[next - 1]]
  if (below === undefined || gain >= gains[next]!) return pointOf(above)
  const share = (gain - gains[next - 1]!) / (gains[next]! - gains[next - 1]!)
  return {
    lambda: below.lambdaTo + share * (above.lambdaFrom - below.lambdaTo),
    weights: below.weights.map((weight, asset) => weight + share * (above.weights[asset]! - weight)),
  }
}
