import { sumOfProducts } from '@portofino/numeric'
import { checkLabels } from './asset-names.ts'
import { assetField, finiteArray } from './asset-numbers.ts'
import { checkedCovariance } from './covariance/checked-covariance.ts'
import { covarianceWith } from './covariance/covariance-with.ts'
import type { DenseCovariance } from './covariance/dense-covariance.ts'
import { soundVariance } from './covariance/sound-variance.ts'
import { argumentOf } from './shapes.ts'

/** What each asset adds to the variance of a portfolio, and their sum. */
export interface PortfolioRisk {
  /** w'Σw, never below zero. */
  variance: number
  /** w_i(Σw)_i; shape [n]. */
  contributions: Float64Array
}

export interface SharedRisk extends PortfolioRisk {
  /** Contributions over the variance, which add up to 1: the budgets of `riskBudgeting`. Null where there is no variance; shape [n]. */
  shares: Float64Array | null
}

export interface PortfolioRiskOptions {
  /** Labels for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

/**
 * Variance of a portfolio and what its assets have in it, by compensated sums in the order of the assets.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.09) } as const
 * const { variance, contributions, shares } = portfolioRisk(covariance, Float64Array.of(0.5, 0.5))
 * assert.equal(variance.toFixed(4), '0.0375')
 * assert.equal(contributions[0]!.toFixed(4), '0.0125')
 * assert.equal(shares![0]!.toFixed(4), '0.3333')
 * ```
 *
 * Source: S. Maillard, T. Roncalli and J. Teïletche, "The properties of equally weighted risk contribution portfolios", Journal of
 * Portfolio Management 36, 2010.
 *
 * @param weights of any sum; shape [n]
 * @throws OptimizerInputError for what is no covariance, and weights that are not one finite number for each asset
 */
export function portfolioRisk(
  covariance: DenseCovariance,
  weights: Float64Array,
  options: PortfolioRiskOptions = {},
): SharedRisk {
  const { assets } = argumentOf('options', options, ['assets'])
  const data = checkedCovariance(covariance, assets)
  const { n } = covariance
  checkLabels(assets, n)
  finiteArray('weights', weights, assetField(n, assets))
  const { variance, contributions } = riskOf({ kind: 'dense', n, data }, weights)
  return { variance, contributions, shares: variance > 0 ? contributions.map((value) => value / variance) : null }
}

/**
 * Of arguments that were checked.
 *
 * @throws OptimizerInputError where the variance is below zero by more than rounding
 */
export function riskOf(covariance: DenseCovariance, weights: Float64Array): PortfolioRisk {
  const marginal = covarianceWith(covariance, weights)
  const contributions = marginal.map((value, i) => value * weights[i]!)
  return { variance: soundVariance(sumOfProducts(marginal, weights), weights, covariance.data), contributions }
}
