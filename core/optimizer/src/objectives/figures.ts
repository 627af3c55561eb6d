import type { Portfolio } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'

/** The figures of weights, from the problem's own data. */
export function portfolioOf(problem: CheckedProblem, weights: Float64Array, riskFree?: number): Portfolio {
  const { expectedReturns } = problem
  const volatility = Math.sqrt(Math.max(0, varianceOf(problem, weights)))
  const portfolio: Portfolio = { weights, cost: costOf(problem, weights), volatility }
  if (expectedReturns === null) return portfolio
  portfolio.return = returnOf(problem, weights)
  if (riskFree === undefined) return portfolio
  portfolio.riskFree = riskFree
  if (volatility > 0) portfolio.sharpe = (portfolio.return - riskFree) / volatility
  return portfolio
}

export function returnOf({ expectedReturns }: CheckedProblem, weights: Float64Array): number {
  return weights.reduce((total, weight, asset) => total + weight * (expectedReturns?.[asset] ?? 0), 0)
}

/** w'Σw. */
export function varianceOf({ n, covariance }: CheckedProblem, weights: Float64Array): number {
  const held = Int32Array.from(weights.keys()).filter((asset) => weights[asset] !== 0)
  let total = 0
  for (const i of held) {
    let row = 0
    for (const j of held) row += covariance[i * n + j]! * weights[j]!
    total += weights[i]! * row
  }
  return total
}

/** Σ l2·w². */
export function penaltyOf({ l2 }: CheckedProblem, weights: Float64Array): number {
  return l2 === null ? 0 : weights.reduce((total, weight, asset) => total + l2[asset]! * weight * weight, 0)
}

/** C(w). */
export function costOf({ costs }: CheckedProblem, weights: Float64Array): number {
  if (costs === null) return 0
  return weights.reduce((total, weight, asset) => total + costs.rate[asset]! * Math.abs(weight - costs.from[asset]!), 0)
}
