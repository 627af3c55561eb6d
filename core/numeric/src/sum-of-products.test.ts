import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sumOfProducts } from './sum-of-products.ts'
import { sum } from './sum.ts'

describe('sumOfProducts', () => {
  test('is zero for no products', () => {
    assert.equal(sumOfProducts(Float64Array.of(), Float64Array.of()), 0)
  })

  test('equals the sum of an array of the same products, to the bit', () => {
    // Beyond half the largest number the two find different error terms, when the sum itself is about to overflow.
    const factor = fc.double({ noNaN: true, min: -1e150, max: 1e150 })
    fc.assert(
      fc.property(fc.array(fc.tuple(factor, factor)), (pairs) => {
        const [a, b] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]!)) as [Float64Array, Float64Array]
        assert.equal(sumOfProducts(a, b), sum(a.map((value, i) => value * b[i]!)))
      }),
    )
  })

  test('passes infinity and no number through like plain addition', () => {
    for (const value of [Infinity, -Infinity, Number.NaN]) {
      assert.equal(sumOfProducts(Float64Array.of(1, value), Float64Array.of(1, 1)), value)
    }
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => sumOfProducts(new Float64Array(2), new Float64Array(3)), RangeError)
  })
})
