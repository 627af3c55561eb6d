import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DenseCovariance } from './dense-covariance.ts'
import { repairedCovariance } from './repaired-covariance.ts'
import type { PsdPolicy } from './repaired-covariance.ts'

const dense = (...data: number[]): DenseCovariance => ({
  kind: 'dense',
  n: Math.sqrt(data.length),
  data: Float64Array.from(data),
})
/** Eigenvalues −1 and 3. */
const indefinite = dense(1, 2, 2, 1)

function assertClose(actual: Float64Array, expected: number[], tolerance = 1e-12): void {
  for (const [i, value] of expected.entries()) assert.ok(Math.abs(actual[i]! - value) < tolerance, actual.join())
}

describe('repairedCovariance', () => {
  test('leaves alone what is positive semidefinite, singular or not', () => {
    for (const given of [dense(2, 1, 1, 2), dense(1, 1, 1, 1), dense(0), dense(4, 2, 2, 1)]) {
      const { covariance, smallestEigenvalue } = repairedCovariance(given)
      assert.deepEqual(covariance, given)
      assert.notEqual(covariance.data, given.data)
      assert.equal(smallestEigenvalue.after, smallestEigenvalue.before)
    }
  })

  test('refuses by default, with the eigenvalue', () => {
    assert.throws(() => repairedCovariance(indefinite), {
      code: 'not_positive_semidefinite',
      message: /got -(1|0.99999|1.00000)/,
    })
  })

  test('clips', () => {
    const { covariance, smallestEigenvalue } = repairedCovariance(indefinite, 'clip')
    assertClose(covariance.data, [1.5, 1.5, 1.5, 1.5])
    assertClose(Float64Array.of(smallestEigenvalue.before, smallestEigenvalue.after), [-1, 0])
  })

  test('shifts', () => {
    const { covariance, smallestEigenvalue } = repairedCovariance(indefinite, 'shift')
    assertClose(covariance.data, [2, 2, 2, 2])
    assertClose(Float64Array.of(smallestEigenvalue.before, smallestEigenvalue.after), [-1, 0])
  })

  test('nearest keeps the variances', () => {
    const { covariance } = repairedCovariance(dense(4, 8, 8, 9), 'nearest')
    assert.deepEqual([covariance.data[0], covariance.data[3]], [4, 9])
    assertClose(covariance.data, [4, 6, 6, 9], 1e-9)
  })

  test('nearest takes covariances from what does not vary', () => {
    const { covariance } = repairedCovariance(dense(0, 1, 1, 4), 'nearest')
    assert.deepEqual(covariance.data, Float64Array.of(0, 0, 0, 4))
  })

  test('refuses what is no covariance, and an unknown policy', () => {
    assert.throws(() => repairedCovariance({ kind: 'dense', n: 2, data: new Float64Array(3) }), { code: 'shape' })
    assert.throws(() => repairedCovariance(dense(1, Number.NaN, Number.NaN, 1)), { code: 'not_finite', index: 2 })
    assert.throws(() => repairedCovariance(dense(1, 0.1, 0.2, 1)), { code: 'not_symmetric', index: 2 })
    assert.throws(() => repairedCovariance(dense(-1, 0, 0, 4), 'nearest'), { code: 'out_of_range', index: 0 })
    assert.throws(() => repairedCovariance(indefinite, 'flip' as PsdPolicy), { code: 'out_of_range', field: 'psd' })
  })

  test('every policy gives a symmetric, positive semidefinite matrix and leaves the given one as it is', () => {
    const entries = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(entries, fc.constantFrom('clip', 'shift', 'nearest'), (drawn, policy) => {
        const data = Float64Array.from({ length: 16 }, (_, at) => {
          const [i, j] = [Math.max(at >> 2, at & 3), Math.min(at >> 2, at & 3)]
          const value = drawn[(i * (i + 1)) / 2 + j]!
          return i === j ? Math.abs(value) + 1 : value
        })
        const given = data.slice()
        const { covariance, smallestEigenvalue } = repairedCovariance({ kind: 'dense', n: 4, data }, policy)
        assert.deepEqual(data, given)
        assert.ok(smallestEigenvalue.after >= -1e-12 * 400, String(smallestEigenvalue.after))
        for (let at = 0; at < 16; at++) assert.equal(covariance.data[at], covariance.data[(at & 3) * 4 + (at >> 2)])
      }),
      { numRuns: 50 },
    )
  })
})
