import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { accurateMean } from './accurate-mean.ts'

describe('accurateMean', () => {
  test('of equal values is exactly that value', () => {
    const value = fc.integer({ min: -100_000, max: 100_000 }).map((point) => point / 70_000)
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 300 }), (equal, n) => {
        assert.equal(accurateMean(new Float64Array(n).fill(equal)), equal)
      }),
    )
  })

  test('does not gather the errors of a long sum', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => (i % 2 === 0 ? 0.1 : 0.3))
    assert.ok(Math.abs(accurateMean(values) - 0.2) < 3e-17)
  })
})
