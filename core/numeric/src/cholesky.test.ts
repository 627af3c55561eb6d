import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { choleskyFactor, choleskySolution, forwardSolution } from './cholesky.ts'
import type { CholeskyFactor } from './cholesky.ts'
import { fractionNumber } from './fraction-text.ts'
import { compareFractions, divideFractions, fraction, multiplyFractions, subtractFractions, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'

function factored(matrix: readonly number[], n: number): CholeskyFactor {
  const result = choleskyFactor(Float64Array.from(matrix), n)
  assert.ok(result.positive)
  return result
}

/** Solves by elimination in fractions; null, with the row, at the first pivot that is not positive. */
function exactSolution(matrix: readonly number[], rightSide: readonly number[]): { solution: Fraction[] } | { pivot: number } {
  const n = rightSide.length
  const rows = rightSide.map((value, i) => [...matrix.slice(i * n, i * n + n), value].map((each) => fraction(BigInt(each))))
  for (let j = 0; j < n; j++) {
    if (compareFractions(rows[j]![j]!, zero) <= 0) return { pivot: j }
    for (let i = 0; i < n; i++) {
      if (i === j) continue
      const factor = divideFractions(rows[i]![j]!, rows[j]![j]!)
      rows[i] = rows[i]!.map((value, c) => subtractFractions(value, multiplyFractions(factor, rows[j]![c]!)))
    }
  }
  return { solution: rows.map((row, i) => divideFractions(row[n]!, row[i]!)) }
}

/** A symmetric matrix of small whole numbers, with a right side; positive definite where the ridge is large enough. */
const symmetric = (ridge: { min: number; max: number }) =>
  fc.integer({ min: 1, max: 4 }).chain((n) =>
    fc
      .tuple(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }),
        fc.integer(ridge),
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: n, maxLength: n }),
      )
      .map(([drawn, diagonal, rightSide]) => ({
        n,
        rightSide,
        matrix: drawn.map((_, at) => {
          const [i, j] = [Math.floor(at / n), at % n]
          return drawn[Math.max(i, j) * n + Math.min(i, j)]! + (i === j ? diagonal : 0)
        }),
      })),
  )
const any = symmetric({ min: 0, max: 40 })
const dominant = symmetric({ min: 40, max: 80 })

describe('choleskyFactor and choleskySolution', () => {
  test('factor a matrix worked out by hand', () => {
    // The example of A.-L. Cholesky's method in most textbooks: all entries are whole numbers.
    const { lower } = factored([4, 12, -16, 12, 37, -43, -16, -43, 98], 3)
    assert.deepEqual(Array.from(lower), [2, 0, 0, 6, 1, 0, -8, 5, 3])
  })

  test('agree with elimination in exact fractions', () => {
    fc.assert(
      fc.property(dominant, ({ n, matrix, rightSide }) => {
        const exact = exactSolution(matrix, rightSide)
        assert.ok('solution' in exact)
        const expected = exact.solution.map(fractionNumber)
        const solution = choleskySolution(factored(matrix, n), Float64Array.from(rightSide))
        const size = Math.max(...expected.map(Math.abs))
        for (const [i, each] of expected.entries()) assert.ok(Math.abs(solution[i]! - each) <= 1e-14 * size)
      }),
    )
  })

  test('find the first pivot that exact fractions find not to be positive', () => {
    fc.assert(
      fc.property(any, ({ n, matrix, rightSide }) => {
        const exact = exactSolution(matrix, rightSide)
        const result = choleskyFactor(Float64Array.from(matrix), n, 1e-9)
        assert.equal(result.positive ? null : result.pivot, 'pivot' in exact ? exact.pivot : null)
      }),
    )
  })

  test('names the pivot that is not positive, and takes what the tolerance allows', () => {
    assert.deepEqual(choleskyFactor(Float64Array.of(0), 1), { positive: false, pivot: 0, value: 0 })
    assert.deepEqual(choleskyFactor(Float64Array.of(4, 2, 2, 1), 2), { positive: false, pivot: 1, value: 0 })
    const nearly = Float64Array.of(1, 1, 1, 1 + 2 ** -40)
    assert.equal(choleskyFactor(nearly, 2).positive, true)
    assert.deepEqual(choleskyFactor(nearly, 2, 1e-12), { positive: false, pivot: 1, value: 2 ** -40 })
  })

  test('read the lower triangle only', () => {
    assert.deepEqual(factored([4, 99, 2, 5], 2), factored([4, 2, 2, 5], 2))
  })

  test('solve many right sides as one by one, to the bit', () => {
    fc.assert(
      fc.property(any, ({ n, matrix, rightSide }) => {
        const result = choleskyFactor(Float64Array.from(matrix), n)
        if (!result.positive) return
        const other = rightSide.map((value) => value * 3 + 1)
        const both = choleskySolution(result, Float64Array.from(rightSide.flatMap((value, i) => [value, other[i]!])), 2)
        const single = choleskySolution(result, Float64Array.from(rightSide))
        const second = choleskySolution(result, Float64Array.from(other))
        assert.deepEqual(
          Array.from(both),
          Array.from(single).flatMap((value, i) => [value, second[i]!]),
        )
      }),
    )
  })

  test('factor nothing', () => {
    assert.deepEqual(choleskySolution(factored([], 0), new Float64Array(0)), new Float64Array(0))
  })

  test('refuse shapes that do not fit', () => {
    assert.throws(
      () => choleskyFactor(new Float64Array(5), 2),
      /^RangeError: Cannot factor a matrix: 2 rows need 4 entries, got 5$/,
    )
    assert.throws(() => choleskySolution(factored([1], 1), new Float64Array(2)), /1 rows need 1 entries, got 2$/)
  })
})

test('forwardSolution gives the quadratic form of the inverse', () => {
  const y = forwardSolution(factored([4, 2, 2, 5], 2), Float64Array.of(8, 14))
  // Bᵀ(L·Lᵀ)⁻¹B with (L·Lᵀ)⁻¹B = (0.75, 2.5) is 8 · 0.75 + 14 · 2.5.
  assert.equal(y[0]! ** 2 + y[1]! ** 2, 41)
})
