import {
  frontier,
  hierarchicalRiskParity,
  ledoitWolfCovariance,
  logarithmicExpectedReturns,
  maxSharpe,
  riskBudgeting,
} from '@portofino/optimizer'
import type { Returns } from '@portofino/optimizer'

const [t, n] = [60, 20]

/** Returns between −5 % and 5 %, by a congruential generator. */
function returns(): Returns {
  let state = 1
  const data = Float64Array.from({ length: t * n }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 21_474_836_470 - 0.05
  })
  return { kind: 'returns', t, n, data }
}

/** The bits of weights that the library finds, from estimates to a whole frontier: the same wherever this runs. */
export function answers(): Record<string, string[]> {
  const { expectedReturns } = logarithmicExpectedReturns(returns(), { periodsPerYear: 52 })
  const { covariance } = ledoitWolfCovariance(returns(), { target: 'single_factor', periodsPerYear: 52 })
  const groups = [{ name: 'first half', members: Array.from({ length: n / 2 }, (_, i) => i), upper: 0.4 }]
  const problem = { expectedReturns, covariance, bounds: { lower: -0.1, upper: 0.3 }, groups, grossExposure: 1.5 }
  const best = maxSharpe(problem, { riskFree: 0.01 })
  const whole = frontier(problem)
  const budgeted = riskBudgeting(covariance)
  const tree = hierarchicalRiskParity(covariance, { linkage: 'ward' })
  return {
    maxSharpe: best.status === 'optimal' ? bits(best.portfolio.weights) : [best.status],
    frontier: whole.status === 'optimal' ? whole.corners.flatMap(({ weights }) => bits(weights)) : [whole.status],
    riskBudgeting: budgeted.status === 'optimal' ? bits(budgeted.weights) : [budgeted.status],
    hierarchicalRiskParity: tree.status === 'optimal' ? bits(tree.weights) : [tree.status],
  }
}

function bits(weights: Float64Array): string[] {
  return Array.from(new BigUint64Array(weights.slice().buffer), (word) => word.toString(16))
}
