import { soundVariance } from '../covariance/sound-variance.ts'
import { sparseOf } from '../engine/hessian.ts'
import { dot } from '../engine/vectors.ts'
import type { Portfolio } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'

/** The figures of weights, from the problem's own data. */
export function portfolioOf(problem: CheckedProblem, weights: Float64Array, riskFree?: number): Portfolio {
  const { expectedReturns } = problem
  const volatility = Math.sqrt(soundVariance(varianceOf(problem, weights), weights, problem.covariance))
  const portfolio: Portfolio = { weights, cost: costOf(problem, weights), volatility }
  if (expectedReturns === null) return portfolio
  portfolio.return = returnOf(problem, weights)
  if (riskFree === undefined) return portfolio
  portfolio.riskFree = riskFree
  if (volatility > 0) portfolio.sharpe = (portfolio.return - riskFree) / volatility
  return portfolio
}

export function returnOf({ expectedReturns }: CheckedProblem, weights: Float64Array): number {
  return expectedReturns === null ? 0 : dot(weights, expectedReturns)
}

/** w'Σw. */
export function varianceOf({ n, covariance }: CheckedProblem, weights: Float64Array): number {
  const { columns, values, count } = sparseOf(weights)
  let total = 0
  for (let i = 0; i < count; i++) {
    const at = columns[i]! * n
    let row = 0
    for (let j = 0; j < count; j++) row += covariance[at + columns[j]!]! * values[j]!
    total += values[i]! * row
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
