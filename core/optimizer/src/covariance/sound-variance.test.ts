import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { blackLitterman } from '../black-litterman/black-litterman.ts'
import { documentOutcome } from '../document/document-outcome.ts'
import { equilibriumExpectedReturns } from '../estimators/equilibrium-expected-returns.ts'
import { hierarchicalRiskParity } from '../hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import { portfolioRisk } from '../portfolio-risk.ts'
import { riskBudgeting } from '../risk-budgeting/risk-budgeting.ts'
import { inverseVariance } from '../simple-allocations/inverse-variance.ts'
import { inverseVolatility } from '../simple-allocations/inverse-volatility.ts'
import { dense } from '../trial/random-covariances.ts'

// Every pair is a covariance, all three are none: equal weights would have a variance of −0.8/3.
const rows = [
  [1, -0.9, -0.9],
  [-0.9, 1, -0.9],
  [-0.9, -0.9, 1],
]
const indefinite = dense(...rows)
const third = new Float64Array(3).fill(1 / 3)
const assets = ['A', 'B', 'C']
const document = (objective: string): unknown => documentOutcome({ objective, covariance: rows })

/** What each takes from the matrix. */
const asked: Record<string, () => unknown> = {
  minVolatility: () => minVolatility({ covariance: indefinite }),
  portfolioRisk: () => portfolioRisk(indefinite, third),
  inverseVolatility: () => inverseVolatility(indefinite),
  inverseVariance: () => inverseVariance(indefinite),
  hierarchicalRiskParity: () => hierarchicalRiskParity(indefinite),
  riskBudgeting: () => riskBudgeting(indefinite),
  blackLitterman: () => blackLitterman(third, indefinite, { assets, views: [{ assets: { A: 1 }, value: 0.1 }] }),
  equal_weight: () => document('equal_weight'),
  inverse_volatility: () => document('inverse_volatility'),
  risk_budgeting: () => document('risk_budgeting'),
}

describe('a matrix with a negative eigenvalue', () => {
  for (const [name, answer] of Object.entries(asked)) {
    test(`is no covariance for ${name}`, () => assert.throws(answer, { code: 'not_positive_semidefinite' }))
  }

  test('has returns in equilibrium, which are linear in it', () => {
    assert.equal(equilibriumExpectedReturns({ covariance: indefinite, weights: third, riskAversion: 3, riskFree: 0 }).length, 3)
  })
})
