import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ulcerIndex } from './ulcer-index.ts'

describe('ulcerIndex', () => {
  test('matches the value worked out by hand', () => {
    // Drawdowns 0, 0, -0.5, -0.5, 0: mean square 0.1.
    assert.equal(ulcerIndex(Float64Array.of(1, 2, 1, 1, 2))?.toFixed(10), (100 * Math.sqrt(0.1)).toFixed(10))
  })

  test('is zero without a fall and null below two returns', () => {
    assert.equal(ulcerIndex(Float64Array.of(1, 1, 2)), 0)
    assert.equal(ulcerIndex(Float64Array.of(1, 0.5)), null)
  })
})
