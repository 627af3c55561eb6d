import { binaryExponent, powerOfTwo } from './binary-exponent.ts'
import { tridiagonalForm } from './tridiagonal-form.ts'
import type { TridiagonalForm } from './tridiagonal-form.ts'

/** A = Σ values[i]·vᵢ·vᵢᵀ. */
export interface Eigensystem {
  /** Ascending; shape [n]. */
  values: Float64Array
  /** Row i is the vector vᵢ of values[i]: length 1, right angles to the others, of either sign; shape [n × n]. */
  vectors: Float64Array
}

/**
 * Eigenvalues of a symmetric matrix, ascending, each within a few units in the last place of the largest.
 *
 * Householder's tridiagonal form, then implicit QL steps. Reads the lower triangle only.
 *
 * Source: A. Dubrulle, R. S. Martin, J. H. Wilkinson, "The implicit QL algorithm", Numerische Mathematik 12, 1968.
 *
 * ```ts
 * assert.deepEqual(symmetricEigenvalues(Float64Array.of(2, 0, 0, -3), 2), Float64Array.of(-3, 2))
 * ```
 *
 * @param matrix finite; shape [n × n]
 * @returns shape [n]
 * @throws RangeError for a wrong number of entries, or one that is not finite
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  const { form, scale } = scaledForm(matrix, n, false)
  iterate(form, n)
  return form.diagonal.toSorted().map((value) => value * scale)
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, otherwise like `symmetricEigenvalues`. Where values repeat, their vectors are some
 * basis of the space that belongs to them.
 *
 * ```ts
 * const { values, vectors } = symmetricEigensystem(Float64Array.of(2, 0, 0, -3), 2)
 * assert.deepEqual(values, Float64Array.of(-3, 2))
 * assert.deepEqual(vectors.map(Math.abs), Float64Array.of(0, 1, 1, 0))
 * ```
 *
 * @param matrix finite; shape [n × n]
 * @throws RangeError for a wrong number of entries, or one that is not finite
 */
export function symmetricEigensystem(matrix: Float64Array, n: number): Eigensystem {
  const { form, scale } = scaledForm(matrix, n, true)
  iterate(form, n)
  const order = Array.from(form.diagonal.keys()).toSorted((a, b) => form.diagonal[a]! - form.diagonal[b]! || a - b)
  const vectors = new Float64Array(n * n)
  for (const [to, from] of order.entries()) vectors.set(form.basis!.subarray(from * n, (from + 1) * n), to * n)
  return { values: Float64Array.from(order, (from) => form.diagonal[from]! * scale), vectors }
}

/** The tridiagonal form of the matrix divided by a power of two that brings its largest entry near one, which loses nothing. */
function scaledForm(matrix: Float64Array, n: number, withBasis: boolean): { form: TridiagonalForm; scale: number } {
  if (matrix.length !== n * n) {
    throw new RangeError(`Cannot find eigenvalues: ${n} rows need ${n * n} entries, got ${matrix.length}`)
  }
  let largest = 0
  for (const value of matrix) {
    if (!Number.isFinite(value)) throw new RangeError(`Cannot find eigenvalues: every entry must be finite, got ${value}`)
    largest = Math.max(largest, Math.abs(value))
  }
  const scale = largest === 0 ? 1 : powerOfTwo(Math.min(Math.max(binaryExponent(largest), -1022), 1022))
  return {
    form: tridiagonalForm(
      matrix.map((value) => value / scale),
      n,
      withBasis,
    ),
    scale,
  }
}

/** Steps until nothing stands beside the diagonal, from the first row to the last. */
function iterate(form: TridiagonalForm, n: number): void {
  let steps = 0
  for (let first = 0; first < n; first++) {
    for (let last = blockEnd(form, first, n); last > first; last = blockEnd(form, first, n)) {
      // About two steps for each value are needed.
      if (++steps > 60 * n) throw new RangeError(`Cannot find eigenvalues: no convergence after ${steps} steps`)
      step(form, n, { first, last })
    }
  }
}

/** Last row of the block that begins at a row: what joins it to the next is negligible. */
function blockEnd({ diagonal, beside }: TridiagonalForm, first: number, n: number): number {
  let last = first
  while (last < n - 1) {
    const around = Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!)
    if (Math.abs(beside[last]!) <= Math.max((Number.EPSILON / 2) * around, NEGLIGIBLE)) break
    last++
  }
  return last
}

/** Below this a square vanishes; against a matrix whose largest entry is near one it is nothing. */
const NEGLIGIBLE = 1e-150

/** One implicit QL step with Wilkinson's shift on a block. */
function step({ diagonal, beside, basis }: TridiagonalForm, n: number, { first, last }: { first: number; last: number }): void {
  const slope = (diagonal[first + 1]! - diagonal[first]!) / (2 * beside[first]!)
  const root = hypotenuse(slope, 1)
  let g = diagonal[last]! - diagonal[first]! + beside[first]! / (slope + (slope < 0 ? -root : root))
  let sine = 1
  let cosine = 1
  let moved = 0
  for (let i = last - 1; i >= first; i--) {
    const f = sine * beside[i]!
    const b = cosine * beside[i]!
    const r = hypotenuse(f, g)
    beside[i + 1] = r
    if (r === 0) {
      // The block has come apart here.
      diagonal[i + 1]! -= moved
      beside[last] = 0
      return
    }
    sine = f / r
    cosine = g / r
    const before = diagonal[i + 1]! - moved
    const change = (diagonal[i]! - before) * sine + 2 * cosine * b
    moved = sine * change
    diagonal[i + 1] = before + moved
    g = cosine * change - b
    if (basis !== null) rotate(basis, { sine, cosine, row: i * n, n })
  }
  diagonal[first]! -= moved
  beside[first] = g
  beside[last] = 0
}

/** Turns two neighboring rows. */
function rotate(rows: Float64Array, { sine, cosine, row, n }: { sine: number; cosine: number; row: number; n: number }): void {
  for (let k = row; k < row + n; k++) {
    const upper = rows[k]!
    const lower = rows[k + n]!
    rows[k + n] = sine * upper + cosine * lower
    rows[k] = cosine * upper - sine * lower
  }
}

/** √(a² + b²); the language leaves `Math.hypot` to the engine. Nothing here is large enough for a square to overflow. */
function hypotenuse(a: number, b: number): number {
  const plain = Math.sqrt(a * a + b * b)
  if (plain > 1e-140) return plain
  const large = Math.max(Math.abs(a), Math.abs(b))
  return large === 0 ? 0 : large * Math.sqrt((a / large) * (a / large) + (b / large) * (b / large))
}
