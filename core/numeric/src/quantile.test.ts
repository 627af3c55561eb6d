import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { quantile, select } from './quantile.ts'

describe('quantile', () => {
  // numpy.quantile([15, 20, 35, 40, 50], [0.05, 0.4, 0.95]) of NumPy 2.4
  test('is type 7', () => {
    const values = Float64Array.of(40, 15, 50, 20, 35)
    for (const [p, expected] of [
      [0.05, 16],
      [0.4, 29],
      [0.95, 48],
    ] as const)
      assert.ok(Math.abs(quantile(values, p)! - expected) < 1e-13)
    assert.deepEqual([...values], [40, 15, 50, 20, 35])
  })

  test('is null for nothing, and refuses a share outside 0..1', () => {
    assert.equal(quantile(new Float64Array(), 0.5), null)
    assert.throws(() => quantile(Float64Array.of(1), 1.01), { name: 'RangeError', message: /got 1.01/ })
    assert.throws(() => quantile(Float64Array.of(1), Number.NaN), RangeError)
  })

  test('selects what sorting would put there', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.nat(), (array, any) => {
        const k = any % array.length
        assert.equal(select(Float64Array.from(array), k), array.toSorted((a, b) => a - b)[k])
      }),
    )
  })
})
