import { choleskyFactor, choleskySolution, sum } from '@portofino/numeric'
import { covarianceWith } from '../covariance/covariance-with.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'

export type ImpliedWeights =
  /** Summing to 1; shape [n]. */
  | { status: 'optimal'; weights: Float64Array }
  /** Some assets are made up of others, so that more than one portfolio fits. */
  | { status: 'illConditioned'; asset: number; explanation: string }
  /** The weights before scaling do not sum to more than zero: scaling them to 1 would turn what is held long into shorts. */
  | { status: 'notScalable'; total: number; explanation: string }

/**
 * Weights for which the returns are in equilibrium: δΣw = μ, scaled to sum to 1, in which the risk aversion δ cancels out.
 *
 * Source: F. Black and R. Litterman, "Global portfolio optimization", Financial Analysts Journal 48, 1992.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const implied = impliedWeights(covariance, Float64Array.of(0.04, 0.03))
 * assert.deepEqual(implied, { status: 'optimal', weights: Float64Array.of(0.25, 0.75) })
 * ```
 *
 * @param returns shape [n]
 */
export function impliedWeights(covariance: DenseCovariance, returns: Float64Array): ImpliedWeights {
  const factor = choleskyFactor(covariance.data, covariance.n, 1e-12)
  if (!factor.positive) {
    const explanation = 'the covariance has no inverse to within rounding, so that more than one portfolio implies these returns'
    return { status: 'illConditioned', asset: factor.pivot, explanation }
  }
  const unscaled = choleskySolution(factor, returns)
  const implied = covarianceWith(covariance, unscaled)
  const rest = returns.map((value, i) => value - implied[i]!)
  const correction = choleskySolution(factor, rest)
  const refined = unscaled.map((value, i) => value + correction[i]!)
  const total = sum(refined)
  if (!(total > 1e-12 * sum(refined.map(Math.abs)))) {
    const explanation = `the weights in proportion to these returns sum to ${total}, which cannot be scaled to 1`
    return { status: 'notScalable', total, explanation }
  }
  return { status: 'optimal', weights: refined.map((value) => value / total) }
}
