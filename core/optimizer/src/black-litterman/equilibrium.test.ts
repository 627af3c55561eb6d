import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentOutcome } from '../document/document-outcome.ts'
import { equilibriumExpectedReturns } from '../estimators/equilibrium-expected-returns.ts'
import { dense } from '../trial/random-covariances.ts'
import { blackLitterman } from './black-litterman.ts'

const covariance = dense([0.04, 0.006, 0.01], [0.006, 0.09, 0.02], [0.01, 0.02, 0.0625])
const [assets, market, riskFree] = [['A', 'B', 'C'], Float64Array.of(0.5, 0.2, 0.3), 0.02]

function assertMarket(weights: ArrayLike<number>): void {
  for (let i = 0; i < market.length; i++) assert.ok(Math.abs(weights[i]! - market[i]!) < 1e-14, `${weights[i]}`)
}

describe('without a view, the weights that a prior in equilibrium implies are those of the market', () => {
  test('where returns include the risk-free rate', () => {
    const prior = equilibriumExpectedReturns({ covariance, weights: market, riskAversion: 2.5, riskFree })
    const outcome = blackLitterman(prior, covariance, { assets, views: [], riskFree })
    assert.ok(outcome.status === 'optimal' && outcome.implied.status === 'optimal')
    assertMarket(outcome.implied.weights)
  })

  test('in JSON', () => {
    const rows = [0, 1, 2].map((i) => Array.from(covariance.data.subarray(3 * i, 3 * i + 3)))
    const params = { prior: { market_weights: Array.from(market) }, risk_aversion: 2.5, risk_free: riskFree, views: [] }
    const answer = documentOutcome({ objective: 'black_litterman', assets, covariance: rows, params })
    assert.ok('portfolio' in answer && answer.portfolio !== null && answer.portfolio !== undefined)
    assertMarket(answer.portfolio.weights)
  })

  test('and a rate that is no number is refused', () => {
    assert.throws(() => blackLitterman(market, covariance, { assets, views: [], riskFree: NaN }), {
      code: 'not_finite',
      field: 'riskFree',
    })
  })
})
