import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exponential } from './exponential.ts'
import { logarithm } from './logarithm.ts'

describe('exponential', () => {
  test('is exact at zero and ends at 0 and Infinity', () => {
    assert.deepEqual([0, -0, -746, -Infinity, 710, Infinity, Number.NaN].map(exponential), [
      1,
      1,
      0,
      0,
      Infinity,
      Infinity,
      Number.NaN,
    ])
  })

  test('never falls', () => {
    const x = fc.double({ min: -750, max: 750, noNaN: true })
    fc.assert(fc.property(x, x, (a, b) => assert.ok(exponential(Math.min(a, b)) <= exponential(Math.max(a, b)))))
  })

  test('inverts the logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (x) => {
        assert.ok(Math.abs(exponential(logarithm(x)) / x - 1) <= 2e-15)
      }),
    )
  })
})
