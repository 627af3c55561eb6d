import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tailCount, tailShare } from './tail-share.ts'

describe('tailShare', () => {
  test('has no rounding error of the subtraction', () => {
    assert.equal(tailShare(0.95), 0.05)
    assert.equal(tailShare(0.99), 0.01)
    assert.notEqual(1 - 0.95, 0.05)
  })
})

describe('tailCount', () => {
  test('rounds up, and leaves whole numbers alone for every length', () => {
    for (let count = 1; count <= 20_000; count++) {
      assert.equal(tailCount(0.95, count), Math.ceil((count * 5) / 100), `95% of ${count}`)
      assert.equal(tailCount(0.99, count), Math.ceil(count / 100), `99% of ${count}`)
    }
  })

  test('is where the plain formula is one too many', () => {
    assert.equal(Math.ceil((1 - 0.95) * 100), 6)
    assert.equal(tailCount(0.95, 100), 5)
  })
})
