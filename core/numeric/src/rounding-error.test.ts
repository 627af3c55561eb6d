import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { productError, sumError } from './rounding-error.ts'

/** As an exact whole number of 2^-200. */
function exact(x: number): bigint {
  const wide = x * 2 ** 100
  assert.equal(Number.isInteger(wide), true)
  return BigInt(wide) << 100n
}

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => Math.round(x * 2 ** 40) / 2 ** 40)

describe('sumError', () => {
  test('is exactly what the sum leaves out', () => {
    fc.assert(
      fc.property(number, number, (a, b) => assert.equal(exact(a) + exact(b), exact(a + b) + exact(sumError(a, b, a + b)))),
    )
  })
})

describe('productError', () => {
  test('is exactly what the product leaves out', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const exactProduct = (exact(a) >> 100n) * (exact(b) >> 100n)
        assert.equal(exactProduct, exact(a * b) + exact(productError(a, b, a * b)))
      }),
    )
  })
})
