import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gainToPainRatio } from './gain-to-pain-ratio.ts'
import { omegaRatio } from './omega-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

// Returns in basis points, as markets have them.
const marketReturns = fc
  .array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 })
  .map((points) => Float64Array.from(points, (point) => point / 10_000))

describe('omegaRatio', () => {
  test('matches the values worked out by hand', () => {
    assert.equal(omegaRatio(returns, 0)?.toFixed(12), (0.05 / 0.03).toFixed(12))
    assert.equal(omegaRatio(returns, 0.01)?.toFixed(12), (0.03 / 0.05).toFixed(12))
  })

  test('is null without a loss and for a single return, 0 without a gain', () => {
    assert.equal(omegaRatio(Float64Array.of(0.01, 0), 0), null)
    assert.equal(omegaRatio(Float64Array.of(-0.01), 0), null)
    assert.equal(omegaRatio(Float64Array.of(-0.01, 0), 0), 0)
  })

  test('is one more than gain to pain', () => {
    fc.assert(
      fc.property(marketReturns, (drawn) => {
        const omega = omegaRatio(drawn, 0)
        const gainToPain = gainToPainRatio(drawn)
        if (omega === null || gainToPain === null) assert.equal(omega, gainToPain)
        else assert.ok(Math.abs(omega - gainToPain - 1) < 1e-12 * (1 + omega))
      }),
    )
  })
})
