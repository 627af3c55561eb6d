import { kindOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { checkedCorners } from './checked-corners.ts'
import type { Corner } from './frontier.ts'

/**
 * Weights of the frontier at λ: those of a corner on its interval, linear between two.
 *
 * @param corners of a frontier, in its order
 * @throws OptimizerInputError for what is no corner, and for λ below 0 or beyond the last corner of a frontier without an end
 */
export function weightsAtLambda(corners: readonly Corner[], lambda: number): Float64Array {
  const next = checkedCorners(corners).findIndex(({ lambdaTo }) => lambda <= lambdaTo)
  const above = corners[next]
  if (typeof lambda !== 'number' || !(lambda >= 0) || above === undefined) {
    const message = `lambda must be at least 0 and at most that of the last corner, got ${kindOf(lambda)}`
    throw new OptimizerInputError('out_of_range', message, { field: 'lambda' })
  }
  const below = corners[next - 1]
  if (lambda >= above.lambdaFrom || below === undefined) return above.weights.slice()
  const share = (lambda - below.lambdaTo) / (above.lambdaFrom - below.lambdaTo)
  return below.weights.map((weight, asset) => weight + share * (above.weights[asset]! - weight))
}
