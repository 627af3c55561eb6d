import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exposureSummary } from './exposure.ts'

describe('exposureSummary', () => {
  test('takes every session alike', () => {
    assert.deepEqual(exposureSummary(Float64Array.of(-1, 0.5, -0.25)), { mean: -0.25, max: 0.5, last: -0.25 })
  })

  test('is null for no sessions', () => {
    assert.deepEqual(exposureSummary(Float64Array.of()), { mean: null, max: null, last: null })
  })
})
