import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sharpeRatio } from './sharpe-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

// Returns in basis points, as markets have them.
const marketReturns = fc
  .array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 })
  .map((points) => Float64Array.from(points, (point) => point / 10_000))

describe('sharpeRatio', () => {
  test('matches the value worked out by hand', () => {
    const byHand = (0.005 / Math.sqrt(0.0017 / 3)) * Math.sqrt(12)
    assert.ok(Math.abs(sharpeRatio(returns, 12)! - byHand) < 1e-14)
  })

  test('is null for a single return and for returns that do not vary', () => {
    assert.equal(sharpeRatio(Float64Array.of(0.1), 252), null)
    assert.equal(sharpeRatio(Float64Array.of(0.1, 0.1, 0.1), 252), null)
  })

  test('takes rounding errors for no variation', () => {
    const constantGrowth = Float64Array.from({ length: 500 }, (_, i) => 1.001 ** (i + 1) / 1.001 ** i - 1)
    assert.ok(new Set(constantGrowth).size > 1)
    assert.equal(sharpeRatio(constantGrowth, 252), null)
  })

  test('does not change when every return is doubled', () => {
    fc.assert(
      fc.property(marketReturns, (drawn) => {
        const doubled = drawn.map((value) => value * 2)
        assert.equal(sharpeRatio(doubled, 252), sharpeRatio(drawn, 252))
      }),
    )
  })
})
