/** L of a symmetric positive definite matrix L·Lᵀ. */
export interface CholeskyFactor {
  readonly positive: true
  readonly n: number
  /** Shape [n × n], row-major, zero above the diagonal. */
  readonly lower: Float64Array
}

/** Why there is no factor: the first leading block that is not positive definite ends at this row. */
export interface NotPositive {
  readonly positive: false
  /** Row of the pivot. */
  readonly pivot: number
  /** What is left of that row's diagonal once the rows before it are eliminated: not above the tolerance. */
  readonly value: number
}

/**
 * Cholesky factor of a symmetric matrix of finite numbers, or the first pivot that is not positive.
 *
 * Reads the lower triangle only. Every entry is summed in the order of the columns, so that the same matrix gives the same bits.
 *
 * Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th edition, 2013, section 4.2.5.
 *
 * ```ts
 * const factored = choleskyFactor(Float64Array.of(4, 2, 2, 5), 2)
 * assert.ok(factored.positive)
 * assert.deepEqual(Array.from(factored.lower), [2, 0, 1, 2])
 * assert.deepEqual(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2), { positive: false, pivot: 1, value: -3 })
 * ```
 *
 * @param matrix row-major; shape [n × n]
 * @param tolerance a pivot counts as positive when it exceeds this share of its own diagonal entry
 * @throws RangeError when the matrix does not have n² entries
 */
export function choleskyFactor(matrix: Float64Array, n: number, tolerance = 0): CholeskyFactor | NotPositive {
  if (matrix.length !== n * n) {
    throw new RangeError(`Cannot factor a matrix: ${n} rows need ${n * n} entries, got ${matrix.length}`)
  }
  const lower = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const row = j * n
    const diagonal = matrix[row + j]!
    let pivot = diagonal
    for (let k = 0; k < j; k++) pivot -= lower[row + k]! * lower[row + k]!
    if (!(pivot > 0 && pivot > tolerance * diagonal)) return { positive: false, pivot: j, value: pivot }
    const root = Math.sqrt(pivot)
    lower[row + j] = root
    fillColumn(lower, matrix, j, n)
  }
  return { positive: true, n, lower }
}

/** Entries of column j below its diagonal. Four rows at a time: their sums do not wait for each other. */
function fillColumn(lower: Float64Array, matrix: Float64Array, j: number, n: number): void {
  const row = j * n
  const root = lower[row + j]!
  let i = j + 1
  for (; i + 3 < n; i += 4) {
    const first = i * n
    const second = first + n
    const third = second + n
    const fourth = third + n
    let a = matrix[first + j]!
    let b = matrix[second + j]!
    let c = matrix[third + j]!
    let d = matrix[fourth + j]!
    for (let k = 0; k < j; k++) {
      const factor = lower[row + k]!
      a -= lower[first + k]! * factor
      b -= lower[second + k]! * factor
      c -= lower[third + k]! * factor
      d -= lower[fourth + k]! * factor
    }
    lower[first + j] = a / root
    lower[second + j] = b / root
    lower[third + j] = c / root
    lower[fourth + j] = d / root
  }
  for (; i < n; i++) {
    let value = matrix[i * n + j]!
    for (let k = 0; k < j; k++) value -= lower[i * n + k]! * lower[row + k]!
    lower[i * n + j] = value / root
  }
}

/**
 * Solution X of L·Lᵀ·X = B.
 *
 * ```ts
 * const factored = choleskyFactor(Float64Array.of(4, 2, 2, 5), 2)
 * assert.ok(factored.positive)
 * assert.deepEqual(Array.from(choleskySolution(factored, Float64Array.of(8, 14))), [0.75, 2.5])
 * ```
 *
 * @param rightSides B, row-major, left as it is; shape [n × columns]
 * @throws RangeError when B does not have that shape
 */
export function choleskySolution(factor: CholeskyFactor, rightSides: Float64Array, columns = 1): Float64Array {
  const { n, lower } = factor
  const solution = forwardSolution(factor, rightSides, columns)
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(solution, i, k, lower[k * n + i]!, columns)
    divideRow(solution, i, lower[i * n + i]!, columns)
  }
  return solution
}

/**
 * Solution Y of L·Y = B, so that Yᵀ·Y = Bᵀ·(L·Lᵀ)⁻¹·B.
 *
 * ```ts
 * const factored = choleskyFactor(Float64Array.of(4, 2, 2, 5), 2)
 * assert.ok(factored.positive)
 * assert.deepEqual(Array.from(forwardSolution(factored, Float64Array.of(8, 14))), [4, 5])
 * ```
 *
 * @param rightSides B, row-major, left as it is; shape [n × columns]
 * @throws RangeError when B does not have that shape
 */
export function forwardSolution({ n, lower }: CholeskyFactor, rightSides: Float64Array, columns = 1): Float64Array {
  if (rightSides.length !== n * columns) {
    throw new RangeError(
      `Cannot solve for ${columns} right sides: ${n} rows need ${n * columns} entries, got ${rightSides.length}`,
    )
  }
  const solution = Float64Array.from(rightSides)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) subtractRow(solution, i, k, lower[i * n + k]!, columns)
    divideRow(solution, i, lower[i * n + i]!, columns)
  }
  return solution
}

/** Takes `factor` times row `from` off row `to`. */
function subtractRow(matrix: Float64Array, to: number, from: number, factor: number, columns: number): void {
  const start = to * columns
  const source = from * columns
  for (let c = 0; c < columns; c++) matrix[start + c]! -= factor * matrix[source + c]!
}

function divideRow(matrix: Float64Array, row: number, divisor: number, columns: number): void {
  for (let c = row * columns; c < (row + 1) * columns; c++) matrix[c]! /= divisor
}
