import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { marketRiskAversion } from './market-risk-aversion.ts'

describe('marketRiskAversion', () => {
  const market = Float64Array.of(0.5, -0.5, 0.75)

  test('matches the value worked out by hand', () => {
    const options = { riskFree: 0.5, periodsPerYear: 4 }
    // Mean ¼, squares around it 1/16 + 9/16 + 4/16 over two.
    assert.equal(marketRiskAversion(market, options).riskAversion, (1 - 0.5) / (4 * (7 / 16)))
  })

  test('says what it used', () => {
    const { rows } = marketRiskAversion(market.with(1, Number.NaN), { riskFree: 0, periodsPerYear: 4, nan: 'complete' })
    assert.equal(rows, 2)
  })

  test('refuses a gap about which nothing is said, and a market that does not vary', () => {
    const options = { riskFree: 0, periodsPerYear: 4 }
    assert.throws(() => marketRiskAversion(market.with(1, Number.NaN), options), { code: 'missing_data' })
    assert.throws(() => marketRiskAversion(new Float64Array(5).fill(0.1), options), { code: 'out_of_range', field: 'market' })
    assert.throws(() => marketRiskAversion(market, { ...options, riskFree: Infinity }), { field: 'riskFree' })
  })
})
