/** A symmetric matrix reduced to three diagonals. */
export interface TridiagonalForm {
  /** Shape [n]. */
  diagonal: Float64Array
  /** Beside the diagonal: entry i joins rows i and i + 1; the last is zero. Shape [n]. */
  beside: Float64Array
  /** Row i of this orthogonal matrix, by which A = Zᵀ·T·Z, belongs to row i of the three diagonals T; shape [n × n]. Null where it was not asked for. */
  basis: Float64Array | null
}

/**
 * Householder's reduction of a symmetric matrix to tridiagonal form.
 *
 * Reads and destroys the lower triangle. Every sum runs in the order of the columns.
 *
 * Source: R. S. Martin, C. Reinsch, J. H. Wilkinson, "Householder's tridiagonalization of a symmetric matrix", Numerische Mathematik 11, 1968.
 *
 * ```ts
 * const { diagonal, beside } = tridiagonalForm(Float64Array.of(2, 0, 0, 1, 3, 0, 0, 1, 4), 3, false)
 * assert.deepEqual([diagonal, beside.map(Math.abs)], [Float64Array.of(2, 3, 4), Float64Array.of(1, 1, 0)])
 * ```
 *
 * @param matrix entries of ordinary size, so that their squares neither overflow nor vanish; shape [n × n]
 */
export function tridiagonalForm(matrix: Float64Array, n: number, withBasis: boolean): TridiagonalForm {
  const diagonal = new Float64Array(n)
  const beside = new Float64Array(n)
  const scales = new Float64Array(n)
  const product = new Float64Array(n)
  for (let last = n - 1; last >= 1; last--) {
    beside[last - 1] = eliminateRow(matrix, { n, last, scales, product })
  }
  for (let i = 0; i < n; i++) diagonal[i] = matrix[i * n + i]!
  return { diagonal, beside, basis: withBasis ? basisOf(matrix, scales, n) : null }
}

interface Elimination {
  n: number
  /** Row whose entries left of the one beside the diagonal vanish. */
  last: number
  /** By row, half the squared length of the vector of its reflection; zero where there is none. */
  scales: Float64Array
  /** Room for one vector. */
  product: Float64Array
}

/** Leaves the vector u of the reflection I − u·uᵀ/scale in the row and returns what comes to stand beside the diagonal. */
function eliminateRow(matrix: Float64Array, { n, last, scales, product }: Elimination): number {
  const row = last * n
  const besideDiagonal = matrix[row + last - 1]!
  let rest = 0
  for (let k = 0; k < last - 1; k++) rest += matrix[row + k]! * matrix[row + k]!
  if (rest === 0) return besideDiagonal
  const length = Math.sqrt(rest + besideDiagonal * besideDiagonal)
  // Of the two reflections, the one that adds sizes instead of canceling them.
  const reflected = besideDiagonal > 0 ? -length : length
  const scale = length * (length + Math.abs(besideDiagonal))
  matrix[row + last - 1] = besideDiagonal - reflected
  scales[last] = scale

  const u = matrix.subarray(row, row + last)
  symmetricTimes(matrix, n, u, product)
  let along = 0
  for (let k = 0; k < last; k++) {
    product[k]! /= scale
    along += u[k]! * product[k]!
  }
  const share = along / (2 * scale)
  for (let k = 0; k < last; k++) product[k]! -= share * u[k]!
  for (let j = 0; j < last; j++) {
    const uj = u[j]!
    const qj = product[j]!
    const start = j * n
    for (let k = 0; k <= j; k++) matrix[start + k]! -= uj * product[k]! + qj * u[k]!
  }
  return reflected
}

/** The leading block, of which only the lower triangle is read, times the vector. */
function symmetricTimes(matrix: Float64Array, n: number, u: Float64Array, result: Float64Array): void {
  for (let j = 0; j < u.length; j++) {
    const start = j * n
    const uj = u[j]!
    let total = 0
    for (let k = 0; k < j; k++) {
      const entry = matrix[start + k]!
      total += entry * u[k]!
      result[k]! += entry * uj
    }
    result[j] = total + matrix[start + j]! * uj
  }
}

/** The product of all reflections; each touches a leading block, which grows from one to the next. */
function basisOf(reflections: Float64Array, scales: Float64Array, n: number): Float64Array {
  const basis = new Float64Array(n * n)
  for (let i = 0; i < n; i++) basis[i * n + i] = 1
  for (let last = 2; last < n; last++) {
    const scale = scales[last]!
    if (scale === 0) continue
    const u = reflections.subarray(last * n, last * n + last)
    for (let start = 0; start < last * n; start += n) {
      let along = 0
      for (let k = 0; k < last; k++) along += basis[start + k]! * u[k]!
      const share = along / scale
      for (let k = 0; k < last; k++) basis[start + k]! -= share * u[k]!
    }
  }
  return basis
}
