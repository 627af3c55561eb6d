import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { valueAtRisk } from './value-at-risk.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('valueAtRisk', () => {
  test('interpolates between the two worst returns as type 7 does', () => {
    // (n − 1)·0.05 = 0.15 of the way from -0.02 to -0.01.
    assert.equal(valueAtRisk(returns, 0.95)?.toFixed(12), '0.018500000000')
  })

  test('hits an order statistic exactly where one stands', () => {
    const hundredAndOne = Float64Array.from({ length: 101 }, (_, i) => (i - 60) / 1024)
    assert.equal(valueAtRisk(hundredAndOne, 0.95), 55 / 1024)
    assert.equal(valueAtRisk(hundredAndOne, 0.99), 59 / 1024)
  })

  test('is negative when even the tail gains', () => assert.equal(valueAtRisk(Float64Array.of(0.5, 0.5), 0.95), -0.5))

  test('is null for a single return and refuses what is no confidence level', () => {
    assert.equal(valueAtRisk(Float64Array.of(0.1), 0.95), null)
    for (const confidence of [0, 1, 95, -0.5, Number.NaN]) assert.throws(() => valueAtRisk(returns, confidence), RangeError)
  })
})
