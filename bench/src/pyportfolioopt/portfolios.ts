import {
  compoundExpectedReturns,
  discreteAllocation,
  efficientReturn,
  efficientRisk,
  maxSharpe,
  maxUtility,
  minTrackingError,
  minVolatility,
  sampleCovariance,
} from '@portofino/optimizer'
import type { Outcome, Problem } from '@portofino/optimizer'
import { returnsOf, yearly } from './estimates.ts'
import type { Figures } from './estimates.ts'
import type { Given } from './given.ts'

/** Weights as the other library's objectives define them. */
export function portfolios(given: Given): Figures {
  const { assets, prices, row, row_upper, target, market_weights } = given
  const returns = returnsOf(assets, prices)
  const { expectedReturns } = compoundExpectedReturns(returns, yearly)
  const { covariance } = sampleCovariance(returns, yearly)
  const problem: Problem = { assets, expectedReturns, covariance }
  const riskFree = 0.02
  const sectors = { ...problem, groups: sectorGroups(given) }
  const limited = { ...problem, rows: [{ name: 'limit', coefficients: Float64Array.from(row), upper: row_upper }] }
  const neutral = { ...problem, bounds: { lower: -1, upper: 1 }, budget: 0 }
  const costs = { from: Float64Array.from(target), rate: 0.01 }
  const outcomes: Record<string, Outcome> = {
    min_volatility: minVolatility(problem),
    'min_volatility, sectors': minVolatility(sectors),
    max_sharpe: maxSharpe(problem, { riskFree }),
    'max_sharpe, weight_bounds': maxSharpe({ ...problem, bounds: { lower: -0.1, upper: 0.25 } }, { riskFree }),
    'max_sharpe, sectors': maxSharpe(sectors, { riskFree }),
    'max_sharpe, add_constraint': maxSharpe(limited, { riskFree }),
    max_quadratic_utility: maxUtility(problem, { riskAversion: 5 }),
    'max_quadratic_utility, market_neutral': maxUtility(neutral, { riskAversion: 5 }),
    efficient_risk: efficientRisk(problem, { targetVolatility: 0.18 }),
    efficient_return: efficientReturn(problem, { targetReturn: 0.15 }),
    'min_volatility, L2_reg': minVolatility({ ...problem, l2: 0.1 }),
    'efficient_risk, L2_reg': efficientRisk({ ...problem, l2: 0.1 }, { targetVolatility: 0.18 }),
    'min_volatility, transaction_cost': minVolatility({ ...problem, costs }),
    ex_ante_tracking_error: minTrackingError(
      { ...problem, bounds: { upper: 0.1 } },
      { benchmark: Float64Array.from(market_weights) },
    ),
    'CLA.min_volatility': minVolatility(problem),
    'CLA.max_sharpe': maxSharpe(problem, { riskFree: 0 }),
  }
  return Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, weightsOf(name, outcome)]))
}

function sectorGroups({ assets, sectors, sector_lower, sector_upper }: Given) {
  return [...new Set(Object.values(sectors))].map((name) => ({
    name,
    members: Array.from(assets.keys()).filter((i) => sectors[assets[i]!] === name),
    lower: sector_lower[name],
    upper: sector_upper[name],
  }))
}

function weightsOf(name: string, outcome: Outcome): Float64Array {
  if (outcome.status !== 'optimal') throw new Error(`Cannot compare ${name}: ${outcome.status}`)
  return outcome.portfolio.weights
}

/** Shares, and the money left. */
export function purchases({ prices, target, value }: Given): Figures {
  const bought = (method: 'greedy' | 'exact'): number[] => {
    const outcome = discreteAllocation(Float64Array.from(target), Float64Array.from(prices.at(-1)!), { value, method })
    if (outcome.status !== 'optimal') throw new Error(`Cannot compare: ${outcome.status}`)
    return [...outcome.shares, outcome.leftover]
  }
  return { greedy_portfolio: bought('greedy'), lp_portfolio: bought('exact') }
}
