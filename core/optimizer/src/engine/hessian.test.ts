import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { randomFrom } from '../trial/drawn-problem.ts'
import { denseHessian, productOf, signedHessian, sparseOf } from './hessian.ts'
import type { Hessian } from './hessian.ts'

const random = randomFrom(5)
const n = 9
const entries = Float64Array.from({ length: n * n }, () => Math.floor(random() * 17) - 8)
const data = entries.map((value, k) => value + entries[(k % n) * n + Math.floor(k / n)]!)
const diagonal = Float64Array.from({ length: n }, (_, k) => k + 1)
const dense = denseHessian(data, diagonal)
/** Whole numbers, so that no order of sums matters; three assets have two columns each. */
const hessians: Record<string, Hessian> = {
  'stored in full': denseHessian(data, null),
  'with a diagonal': dense,
  'of signed columns': signedHessian(dense, {
    assets: Int32Array.of(0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 8),
    signs: Float64Array.of(1, 1, -1, -1, 1, 1, -1, 1, -1, 1, 1, -1),
  }),
}

describe('a Hessian', () => {
  for (const [name, hessian] of Object.entries(hessians)) {
    const columns = Array.from({ length: hessian.n }, (_, k) => k)

    test(`${name} has the same products and rows as its entries`, () => {
      const x = Float64Array.from(columns, (k) => (k % 3 === 1 ? 0 : k - 4))
      const expected = columns.map((i) => columns.reduce((total, j) => total + hessian.entry(i, j) * x[j]!, 0))
      assert.deepEqual(Array.from(productOf(hessian, x)), expected)
      const only = { columns: Int32Array.from(columns.toReversed()), count: hessian.n - 2 }
      const some = new Float64Array(hessian.n).fill(77)
      hessian.productAt(sparseOf(x), only, some)
      assert.deepEqual(
        Array.from(some),
        expected.map((value, k) => (k < 2 ? 77 : value)),
      )
      for (const column of columns) {
        const row = new Float64Array(hessian.n)
        hessian.row(column, only, row)
        assert.deepEqual(
          Array.from(row.subarray(0, only.count)),
          Array.from(only.columns.subarray(0, only.count), (k) => hessian.entry(column, k)),
        )
      }
    })
  }
})
