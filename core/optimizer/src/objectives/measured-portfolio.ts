import type { Portfolio } from '../outcome.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import { finiteArray } from '../asset-numbers.ts'
import type { Problem } from '../problem/problem.ts'
import { portfolioOf } from './figures.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'

/**
 * The figures of any weights, allowed by the problem or not: what `optimal` outcomes say of theirs.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const problem = { covariance, expectedReturns: Float64Array.of(0.1, 0.04) }
 * const { volatility, sharpe } = measuredPortfolio(problem, Float64Array.of(0.6, 0.8), { ratioRiskFree: 0.02 })
 * assert.equal(volatility.toFixed(6), '0.144222')
 * assert.equal(sharpe!.toFixed(6), '0.499230')
 * ```
 *
 * @param weights of any sum; shape [n]
 * @throws OptimizerInputError for a problem that is not well formed, or weights that are not one finite number for each asset
 */
export function measuredPortfolio(
  problem: Problem,
  weights: Float64Array,
  options: Pick<Options, 'ratioRiskFree' | 'psd'> = {},
): Portfolio {
  checkOptions(options)
  const checked = checkedProblem(problem, options.psd)
  finiteArray('weights', weights, checked)
  return portfolioOf(checked, weights.slice(), options.ratioRiskFree)
}
