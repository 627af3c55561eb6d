import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isNegligible } from './negligible.ts'

describe('isNegligible', () => {
  test('draws the line at 1e-14 of one plus the largest return', () => {
    assert.equal(isNegligible(0.99e-14, 0), true)
    assert.equal(isNegligible(1.01e-14, 0), false)
    assert.equal(isNegligible(3.99e-14, 3), true)
    assert.equal(isNegligible(4.01e-14, 3), false)
    assert.equal(isNegligible(0, 0), true)
  })
})
