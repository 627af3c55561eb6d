import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { symmetricProduct } from './symmetric-product.ts'

/** The documented order: by rows within blocks of 128, then the blocks. */
function inDocumentedOrder(data: Float64Array, n: number): Float64Array {
  const t = data.length / n
  const product = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let total = 0
      for (let first = 0; first < t; first += 128) {
        let part = 0
        for (let row = first; row < Math.min(t, first + 128); row++) part += data[row * n + i]! * data[row * n + j]!
        total += part
      }
      product[i * n + j] = total
    }
  }
  return product
}

describe('symmetricProduct', () => {
  test('matches the value worked out by hand', () => {
    assert.deepEqual(symmetricProduct(Float64Array.of(1, 2, 3, 4), 2), Float64Array.of(10, 14, 14, 20))
  })

  test('adds in the documented order, to the last bit, for every remainder of tiles and blocks', () => {
    const shape = fc.record({ t: fc.constantFrom(1, 2, 127, 128, 129, 300), n: fc.integer({ min: 1, max: 10 }) })
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 2 ** 31 - 1 }), ({ t, n }, seed) => {
        let state = seed
        const data = Float64Array.from({ length: t * n }, () => {
          state = Math.imul(state, 48_271) & 0x7fff_ffff
          return state / 2 ** 30 - 1
        })
        assert.deepEqual(symmetricProduct(data, n), inDocumentedOrder(data, n))
      }),
    )
  })

  test('of deviations from centers is that of what is left', () => {
    const shape = fc.record({ t: fc.constantFrom(1, 2, 128, 129), n: fc.integer({ min: 1, max: 7 }) })
    fc.assert(
      fc.property(shape, fc.double({ min: -2, max: 2, noNaN: true }), ({ t, n }, shift) => {
        const data = Float64Array.from({ length: t * n }, (_, at) => Math.sqrt(at + 1) - at / 9)
        const centers = Float64Array.from({ length: n }, (_, i) => shift * (i + 1))
        const left = data.map((value, at) => value - centers[at % n]!)
        assert.deepEqual(symmetricProduct(data, n, centers), symmetricProduct(left, n))
      }),
    )
  })

  test('of no rows is zero', () => assert.deepEqual(symmetricProduct(new Float64Array(0), 2), new Float64Array(4)))

  test('refuses rows that are not whole', () => {
    assert.throws(() => symmetricProduct(new Float64Array(5), 2), RangeError)
    assert.throws(() => symmetricProduct(new Float64Array(5), 0), RangeError)
  })

  test('leaves its input as it is', () => {
    const data = Float64Array.of(1, 2, 3, 4)
    symmetricProduct(data, 2)
    assert.deepEqual(data, Float64Array.of(1, 2, 3, 4))
  })
})
