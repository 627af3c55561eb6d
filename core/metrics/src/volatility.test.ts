import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { volatility } from './volatility.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

// Returns in basis points, as markets have them.
const marketReturns = fc
  .array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 })
  .map((points) => Float64Array.from(points, (point) => point / 10_000))

describe('volatility', () => {
  test('matches the value worked out by hand', () => {
    // Squared distances from the mean 0.005 add up to 0.0017; 0.0017/3 · 12 = 0.0068.
    assert.equal(volatility(returns, 12)?.toFixed(12), Math.sqrt(0.0068).toFixed(12))
  })

  test('is null for a single return and zero for equal ones', () => {
    assert.equal(volatility(Float64Array.of(0.1), 252), null)
    assert.equal(volatility(Float64Array.of(0.5, 0.5, 0.5), 252), 0)
  })

  test('doubles with the returns and does not depend on their order', () => {
    fc.assert(
      fc.property(marketReturns, (drawn) => {
        const doubled = drawn.map((value) => value * 2)
        assert.equal(volatility(doubled, 252), volatility(drawn, 252)! * 2)
        assert.ok(Math.abs(volatility(drawn.toReversed(), 252)! - volatility(drawn, 252)!) < 1e-14)
      }),
    )
  })
})
