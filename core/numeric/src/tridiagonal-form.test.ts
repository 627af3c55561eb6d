import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tridiagonalForm } from './tridiagonal-form.ts'

describe('tridiagonalForm', () => {
  test('with its basis gives the matrix again', () => {
    const n = 4
    const matrix = Float64Array.of(4, 1, -2, 2, 1, 2, 0, 1, -2, 0, 3, -2, 2, 1, -2, -1)
    const { diagonal, beside, basis } = tridiagonalForm(matrix.slice(), n, true)
    const tridiagonal = (i: number, j: number): number =>
      i === j ? diagonal[i]! : Math.abs(i - j) === 1 ? beside[Math.min(i, j)]! : 0
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < n; column++) {
        let total = 0
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) total += basis![i * n + row]! * tridiagonal(i, j) * basis![j * n + column]!
        }
        assert.ok(Math.abs(total - matrix[row * n + column]!) < 1e-14)
      }
    }
  })

  test('leaves three diagonals as they are', () => {
    const { diagonal, beside, basis } = tridiagonalForm(Float64Array.of(1, 0, 0, -5, 2, 0, 0, 6, 3), 3, true)
    assert.deepEqual(diagonal, Float64Array.of(1, 2, 3))
    assert.deepEqual(beside, Float64Array.of(-5, 6, 0))
    assert.deepEqual(basis, Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1))
  })
})
