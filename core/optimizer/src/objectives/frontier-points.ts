import type { Corner } from './frontier.ts'

/**
 * Weights of the frontier at λ: those of a corner on its interval, linear between two.
 *
 * @param corners of a frontier, in its order
 * @throws RangeError for λ below 0 or beyond the last corner of a frontier without an end
 */
export function weightsAtLambda(corners: readonly Corner[], lambda: number): Float64Array {
  const next = corners.findIndex(({ lambdaTo }) => lambda <= lambdaTo)
  const above = corners[next]
  if (!(lambda >= 0) || above === undefined) throw new RangeError(`Cannot find the frontier at λ = ${lambda}`)
  const below = corners[next - 1]
  if (lambda >= above.lambdaFrom || below === undefined) return above.weights.slice()
  const share = (lambda - below.lambdaTo) / (above.lambdaFrom - below.lambdaTo)
  return below.weights.map((weight, asset) => weight + share * (above.weights[asset]! - weight))
}
