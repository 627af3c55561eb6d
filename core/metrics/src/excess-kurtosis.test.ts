import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { excessKurtosis } from './excess-kurtosis.ts'

describe('excessKurtosis', () => {
  test('matches scipy.stats.kurtosis(…, bias=False)', () => {
    assert.equal(excessKurtosis(Float64Array.of(0.02, -0.01, 0.03, -0.02))?.toFixed(10), '-4.3391003460')
    assert.equal(excessKurtosis(Float64Array.of(0.01, -0.03, 0.02, 0.005, -0.01))?.toFixed(10), '0.0008656510')
  })

  test('is null for three returns and for returns that do not vary', () => {
    assert.equal(excessKurtosis(Float64Array.of(0.1, 0.2, 0.4)), null)
    assert.equal(excessKurtosis(Float64Array.of(0.1, 0.1, 0.1, 0.1)), null)
  })
})
