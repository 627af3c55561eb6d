import { argumentOf } from '../shapes.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { checkedCovariance } from '../covariance/checked-covariance.ts'
import { covarianceWith } from '../covariance/covariance-with.ts'
import { assetField, finiteArray } from '../asset-numbers.ts'
import { finiteParameter } from '../parameters.ts'

export interface Equilibrium {
  /** Annual. */
  covariance: DenseCovariance
  /** Weights of the market portfolio; shape [n]. */
  weights: Float64Array
  /** δ, as `marketRiskAversion` finds it. */
  riskAversion: number
  /** Annual, as a fraction. */
  riskFree: number
}

/**
 * Annual expected returns for which the market portfolio is optimal: δ·Σ·w + rf.
 *
 * Source: F. Black, R. Litterman, "Global portfolio optimization", Financial Analysts Journal 48, 1992.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.09) } as const
 * const weights = Float64Array.of(0.5, 0.5)
 * const expected = equilibriumExpectedReturns({ covariance, weights, riskAversion: 2, riskFree: 0.01 })
 * assert.deepEqual(Array.from(expected, (value) => value.toFixed(12)), ['0.060000000000', '0.110000000000'])
 * ```
 *
 * @returns shape [n]
 * @throws OptimizerInputError when shapes differ or a number is not finite
 */
export function equilibriumExpectedReturns(equilibrium: Equilibrium): Float64Array {
  const { covariance, weights, riskAversion, riskFree } = argumentOf('equilibrium', equilibrium, [
    'covariance',
    'weights',
    'riskAversion',
    'riskFree',
  ])
  const data = checkedCovariance(covariance)
  const { n } = covariance
  finiteArray('weights', weights, assetField(n))
  finiteParameter('riskAversion', riskAversion)
  finiteParameter('riskFree', riskFree)
  return covarianceWith({ kind: 'dense', n, data }, weights).map((own) => riskAversion * own + riskFree)
}
