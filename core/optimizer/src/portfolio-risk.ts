import { sumOfProducts } from '@portofino/numeric'
import type { DenseCovariance } from './covariance/dense-covariance.ts'

/** What each asset adds to the variance of a portfolio, and their sum. */
interface PortfolioRisk {
  /** w'Σw, never below zero. */
  variance: number
  /** w_i(Σw)_i; shape [n]. */
  contributions: Float64Array
}

/**
 * Variance of a portfolio and the contributions of its assets, by compensated sums in the order of the assets.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.09) }
 * const { variance, contributions } = portfolioRisk(covariance, Float64Array.of(0.5, 0.5))
 * assert.equal(variance.toFixed(4), '0.0375')
 * assert.equal(contributions[0].toFixed(4), '0.0125')
 * ```
 *
 * @param weights shape [n]
 */
export function portfolioRisk({ n, data }: DenseCovariance, weights: Float64Array): PortfolioRisk {
  const marginal = new Float64Array(n)
  for (let i = 0; i < n; i++) marginal[i] = sumOfProducts(data.subarray(i * n, i * n + n), weights)
  const contributions = marginal.map((value, i) => value * weights[i]!)
  return { variance: Math.max(sumOfProducts(marginal, weights), 0), contributions }
}
