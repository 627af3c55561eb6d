import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { skewness } from './skewness.ts'

describe('skewness', () => {
  test('of three values, two of them equal, is the root of 3', () => {
    assert.equal(skewness(Float64Array.of(0.01, 0.01, 0.04))?.toFixed(12), Math.sqrt(3).toFixed(12))
  })

  test('matches scipy.stats.skew(…, bias=False)', () => {
    assert.equal(skewness(Float64Array.of(0.01, -0.03, 0.02, 0.005, -0.01))?.toFixed(10), '-0.8049205164')
  })

  test('is zero for mirrored returns and turns with their sign', () => {
    assert.equal(skewness(Float64Array.of(-0.5, 0, 0.5)), 0)
    assert.ok(skewness(Float64Array.of(-0.5, 0, 0.25))! < 0)
    assert.ok(skewness(Float64Array.of(0.5, 0, -0.25))! > 0)
  })

  test('is null for two returns and for returns that do not vary', () => {
    assert.equal(skewness(Float64Array.of(0.1, 0.2)), null)
    assert.equal(skewness(Float64Array.of(0.1, 0.1, 0.1)), null)
  })
})
