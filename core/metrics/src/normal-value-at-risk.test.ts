import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { normalValueAtRisk } from './normal-value-at-risk.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('normalValueAtRisk', () => {
  test('matches the value worked out by hand', () => {
    // The 5% quantile of the normal distribution, as in any table.
    const byHand = -(0.005 - 1.6448536269514722 * Math.sqrt(0.0017 / 3))
    assert.equal(normalValueAtRisk(returns, 0.95)?.toFixed(12), byHand.toFixed(12))
  })

  test('is the mean loss when returns do not vary', () => {
    assert.equal(normalValueAtRisk(Float64Array.of(-0.5, -0.5), 0.95), 0.5)
  })

  test('is null for a single return', () => assert.equal(normalValueAtRisk(Float64Array.of(0.1), 0.95), null))
})
