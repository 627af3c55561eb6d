import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { portfolioRisk } from './portfolio-risk.ts'
import { dense } from './trial/random-covariances.ts'
import { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'

const covariance = dense([0.04, 0.01, 0], [0.01, 0.09, 0.02], [0, 0.02, 0.16])

describe('portfolioRisk', () => {
  test('gives back the budgets of risk budgeting', () => {
    const budgets = Float64Array.of(0.5, 0.3, 0.2)
    const outcome = riskBudgeting(covariance, { budgets })
    assert.ok(outcome.status === 'optimal')
    const { shares, variance } = portfolioRisk(covariance, outcome.weights)
    shares!.forEach((share, i) => assert.ok(Math.abs(share - budgets[i]!) <= 1e-12))
    assert.equal(Math.sqrt(variance), outcome.volatility)
  })

  test('counts what hedges below zero, and has no shares of nothing', () => {
    const hedged = portfolioRisk(dense([0.04, 0.03], [0.03, 0.09]), Float64Array.of(1, -0.2))
    assert.ok(hedged.contributions[1]! < 0)
    assert.ok(Math.abs(hedged.shares!.reduce((total, share) => total + share) - 1) <= 1e-15)
    assert.deepEqual(portfolioRisk(covariance, new Float64Array(3)), {
      variance: 0,
      contributions: new Float64Array(3),
      shares: null,
    })
  })

  test('names the asset whose weight is none', () => {
    const weights = Float64Array.of(1, NaN, 0)
    assert.throws(() => portfolioRisk(covariance, weights, { assets: ['A', 'B', 'C'] }), { code: 'not_finite', asset: 'B' })
  })
})
