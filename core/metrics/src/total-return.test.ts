import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { totalReturn } from './total-return.ts'

describe('totalReturn', () => {
  test('looks at the first and the last value only', () => {
    assert.equal(totalReturn(Float64Array.of(2, 7, 0.5, 3)), 0.5)
  })

  test('is -1 when all is lost and 0 for a single value', () => {
    assert.equal(totalReturn(Float64Array.of(1, 0.5, 0)), -1)
    assert.equal(totalReturn(Float64Array.of(1)), 0)
  })

  test('is null without a value to start from', () => {
    assert.equal(totalReturn(Float64Array.of()), null)
    assert.equal(totalReturn(Float64Array.of(0, 1)), null)
    assert.equal(totalReturn(Float64Array.of(1e-300, 1e300)), null)
  })
})
