import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { symmetricEigensystem, symmetricEigenvalues } from './symmetric-eigenvalues.ts'
import { symmetricProduct } from './symmetric-product.ts'

function matrixOf(n: number, entry: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n))
}

function randomNumbers(count: number, seed: number): Float64Array {
  let state = seed
  return Float64Array.from({ length: count }, () => {
    state = Math.imul(state, 48_271) & 0x7fff_ffff
    return state / 2 ** 30 - 1
  })
}

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length)
  for (let i = 0; i < expected.length; i++) {
    assert.ok(Math.abs(actual[i]! - expected[i]!) <= tolerance, `entry ${i}: ${actual[i]} is not ${expected[i]}`)
  }
}

/** Largest |A·v − λ·v| and |v·w − δ| over the pairs of vectors of the given rows, against all rows. */
function faults(matrix: Float64Array, n: number, rows: readonly number[]): { residual: number; skewness: number } {
  const { values, vectors } = symmetricEigensystem(matrix, n)
  let [residual, skewness] = [0, 0]
  for (const i of rows) {
    for (let j = 0; j < n; j++) {
      let [product, along] = [0, 0]
      for (let k = 0; k < n; k++) {
        product += matrix[j * n + k]! * vectors[i * n + k]!
        along += vectors[j * n + k]! * vectors[i * n + k]!
      }
      residual = Math.max(residual, Math.abs(product - values[i]! * vectors[i * n + j]!))
      skewness = Math.max(skewness, Math.abs(along - (i === j ? 1 : 0)))
    }
  }
  return { residual, skewness }
}

describe('symmetricEigenvalues', () => {
  test('matches the values worked out by hand', () => {
    assertClose(symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2), [1, 3], 1e-15)
    assertClose(
      symmetricEigenvalues(
        matrixOf(3, (i, j) => [2, -1, 0][Math.abs(i - j)]!),
        3,
      ),
      [2 - Math.SQRT2, 2, 2 + Math.SQRT2],
      2e-15,
    )
  })

  test('second differences: 2 − 2·cos(kπ/(n + 1))', () => {
    const n = 40
    const matrix = matrixOf(n, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0))
    const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)))
    assertClose(symmetricEigenvalues(matrix, n), expected, 4e-15)
  })

  test("Wilkinson's matrix of 21 rows, whose largest values come in pairs that agree to 14 places", () => {
    const matrix = matrixOf(21, (i, j) => (i === j ? Math.abs(i - 10) : Math.abs(i - j) === 1 ? 1 : 0))
    const values = symmetricEigenvalues(matrix, 21)
    // J. H. Wilkinson, "The Algebraic Eigenvalue Problem", 1965, p. 309.
    assertClose(values.slice(-4), [9.210678647304919, 9.210678647361332, 10.746194182903322, 10.746194182903393], 1e-14)
    assertClose(values.slice(0, 2), [-1.125441522119985, 0.253805817096679], 1e-14)
  })

  test('repeated values: identity, zero, all ones', () => {
    assert.deepEqual(
      symmetricEigenvalues(
        matrixOf(5, (i, j) => (i === j ? 1 : 0)),
        5,
      ),
      new Float64Array(5).fill(1),
    )
    assert.deepEqual(symmetricEigenvalues(new Float64Array(9), 3), new Float64Array(3))
    assertClose(
      symmetricEigenvalues(
        matrixOf(30, () => 1),
        30,
      ),
      [...Array.from({ length: 29 }, () => 0), 30],
      1e-14,
    )
  })

  test('of one entry, and of none', () => {
    assert.deepEqual(symmetricEigenvalues(Float64Array.of(-7), 1), Float64Array.of(-7))
    assert.deepEqual(symmetricEigenvalues(new Float64Array(0), 0), new Float64Array(0))
  })

  test('neither overflows nor vanishes', () => {
    for (const size of [1e-300, 1e300, 2 ** -1060]) {
      assertClose(
        symmetricEigenvalues(Float64Array.of(2 * size, size, size, 2 * size), 2).map((value) => value / size),
        [1, 3],
        1e-14,
      )
    }
  })

  test('reads the lower triangle only, and leaves the matrix as it is', () => {
    const matrix = Float64Array.of(2, 99, 1, 2)
    assertClose(symmetricEigenvalues(matrix, 2), [1, 3], 1e-15)
    assert.deepEqual(matrix, Float64Array.of(2, 99, 1, 2))
  })

  test('refuses a wrong shape and what is not finite', () => {
    assert.throws(() => symmetricEigenvalues(new Float64Array(5), 2), RangeError)
    assert.throws(() => symmetricEigensystem(Float64Array.of(1, 0, 0, Number.NaN), 2), RangeError)
  })
})

describe('symmetricEigensystem', () => {
  test('vectors fit their values and are at right angles, for any matrix', () => {
    const shape = fc.record({ n: fc.integer({ min: 1, max: 12 }), t: fc.integer({ min: 1, max: 20 }) })
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 2 ** 31 - 2 }), ({ n, t }, seed) => {
        const matrix = symmetricProduct(randomNumbers(t * n, seed), n)
        const { residual, skewness } = faults(
          matrix,
          n,
          Array.from({ length: n }, (_, i) => i),
        )
        const size = symmetricEigenvalues(matrix, n).at(-1)!
        assert.ok(residual <= 1e-14 * size && skewness <= 1e-14, `${residual} of ${size}, ${skewness}`)
      }),
    )
  })

  test('the same for 160 rows, of full rank and of rank 60', () => {
    for (const t of [600, 60]) {
      const matrix = symmetricProduct(randomNumbers(t * 160, t), 160)
      const { residual, skewness } = faults(matrix, 160, [0, 1, 80, 99, 100, 158, 159])
      const size = symmetricEigenvalues(matrix, 160).at(-1)!
      assert.ok(residual <= 1e-14 * size && skewness <= 5e-14, `${residual} of ${size}, ${skewness}`)
    }
  })

  test('has the values of symmetricEigenvalues, to the last bit', () => {
    const matrix = symmetricProduct(randomNumbers(50 * 30, 5), 30)
    assert.deepEqual(symmetricEigensystem(matrix, 30).values, symmetricEigenvalues(matrix, 30))
  })
})
