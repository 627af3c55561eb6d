import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tailRatio } from './tail-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('tailRatio', () => {
  test('matches the value worked out by hand', () => {
    assert.equal(tailRatio(returns)?.toFixed(12), (0.0285 / 0.0185).toFixed(12))
  })

  test('is 1 for mirrored returns', () =>
    assert.equal(tailRatio(Float64Array.of(-2, -1, 0, 1, 2))?.toFixed(14), '1.00000000000000'))

  test('is null when the 5% quantile is zero', () => assert.equal(tailRatio(Float64Array.of(0, 0, 1)), null))
})
