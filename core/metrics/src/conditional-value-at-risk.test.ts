import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { conditionalValueAtRisk } from './conditional-value-at-risk.ts'
import { valueAtRisk } from './value-at-risk.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

// Returns in basis points, as markets have them.
const marketReturns = fc
  .array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 })
  .map((points) => Float64Array.from(points, (point) => point / 10_000))

const hundred = Float64Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) / 1024 - 0.05)

describe('conditionalValueAtRisk', () => {
  test('is the mean of the two worst of four at 50%', () => assert.equal(conditionalValueAtRisk(returns, 0.5), 0.015))

  test('takes five of a hundred at 95%, not six', () => {
    assert.equal(conditionalValueAtRisk(hundred, 0.95)?.toFixed(12), (0.05 - 2 / 1024).toFixed(12))
  })

  test('takes at least one return', () => assert.equal(conditionalValueAtRisk(returns, 0.99), 0.02))

  test('is null for a single return', () => assert.equal(conditionalValueAtRisk(Float64Array.of(-0.1), 0.95), null))

  test('is never below the value at risk, nor at 99% below 95%', () => {
    fc.assert(
      fc.property(marketReturns, (drawn) => {
        assert.ok(conditionalValueAtRisk(drawn, 0.95)! >= valueAtRisk(drawn, 0.95)! - 1e-12)
        assert.ok(conditionalValueAtRisk(drawn, 0.99)! >= conditionalValueAtRisk(drawn, 0.95)! - 1e-15)
      }),
    )
  })
})
