import { zeros } from './block-memory.ts'

/**
 * Xᵀ·X of a matrix with far more rows than fit a cache, in full and exactly symmetric; of its deviations from centers, if they are given.
 *
 * Each entry adds its products by rows, first to last, within blocks of 128 rows, and the blocks' sums in their order: that order is part of
 * the result, whatever computes it. The error of an entry is about (128 + t/128)·2^-53 of the sum of its products' sizes, at most.
 *
 * Source: the tiling of K. Goto, R. A. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34, 2008.
 *
 * ```ts
 * // Two rows, three columns.
 * const product = symmetricProduct(Float64Array.of(1, 2, 3, 4, 5, 6), 3)
 * assert.deepEqual(product, Float64Array.of(17, 22, 27, 22, 29, 36, 27, 36, 45))
 * ```
 *
 * @param data X by rows; shape [t × n]
 * @param n columns
 * @param centers subtracted from the columns; shape [n]
 * @returns shape [n × n]
 * @throws RangeError when the rows are not whole
 */
export function symmetricProduct(data: Float64Array, n: number, centers: Float64Array = zeros(n)): Float64Array {
  const t = data.length / n
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(t)) {
    throw new RangeError(
      `Cannot multiply a matrix with its transpose: needs whole rows of n ≥ 1 numbers, got ${data.length} for n = ${n}`,
    )
  }
  const panels = Math.ceil(n / WIDTH)
  const packed = new Float64Array(BLOCK * WIDTH * panels)
  // Whole tiles, so that the innermost loop knows no edge.
  const padded = panels * WIDTH
  const result = new Float64Array(padded * padded)
  for (let first = 0; first < t; first += BLOCK) {
    const rows = Math.min(BLOCK, t - first)
    pack(data, packed, { first, rows, centers })
    for (let i = 0; i < panels; i++) {
      for (let j = i; j < panels; j++) addTile(packed, result, { i, j, rows, padded })
    }
  }
  return mirrored(result, padded, n)
}

/** Rows that are added together: with these a panel stays in the nearest cache. */
const BLOCK = 128
/** Columns of a panel; nine sums at a time are what the registers hold. */
const WIDTH = 3

/** Copies rows into panels of three columns each, one after the other, so that the tiles read straight on. */
function pack(
  data: Float64Array,
  packed: Float64Array,
  { first, rows, centers }: { first: number; rows: number; centers: Float64Array },
): void {
  const n = centers.length
  const whole = n - (n % WIDTH)
  for (let column = 0; column < whole; column += WIDTH) {
    const [a, b, c] = [centers[column]!, centers[column + 1]!, centers[column + 2]!]
    let from = first * n + column
    let to = column * BLOCK
    for (const end = to + rows * WIDTH; to < end; to += WIDTH, from += n) {
      packed[to] = data[from]! - a
      packed[to + 1] = data[from + 1]! - b
      packed[to + 2] = data[from + 2]! - c
    }
  }
  for (let column = whole; column < n; column++) {
    const to = whole * BLOCK + column - whole
    for (let row = 0; row < rows; row++) packed[to + row * WIDTH] = data[(first + row) * n + column]! - centers[column]!
  }
}

interface Tile {
  /** Panels whose columns are multiplied. */
  i: number
  j: number
  rows: number
  /** Length of a row of the result. */
  padded: number
}

function addTile(packed: Float64Array, result: Float64Array, { i, j, rows, padded }: Tile): void {
  let left = i * WIDTH * BLOCK
  let right = j * WIDTH * BLOCK
  let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (const end = left + rows * WIDTH; left < end; left += WIDTH, right += WIDTH) {
    const b0 = packed[right]!
    const b1 = packed[right + 1]!
    const b2 = packed[right + 2]!
    const a0 = packed[left]!
    s00 += a0 * b0
    s01 += a0 * b1
    s02 += a0 * b2
    const a1 = packed[left + 1]!
    s10 += a1 * b0
    s11 += a1 * b1
    s12 += a1 * b2
    const a2 = packed[left + 2]!
    s20 += a2 * b0
    s21 += a2 * b1
    s22 += a2 * b2
  }
  let to = (i * padded + j) * WIDTH
  result[to]! += s00
  result[to + 1]! += s01
  result[to + 2]! += s02
  to += padded
  result[to]! += s10
  result[to + 1]! += s11
  result[to + 2]! += s12
  to += padded
  result[to]! += s20
  result[to + 1]! += s21
  result[to + 2]! += s22
}

/** Without the padding, the upper triangle copied below the diagonal. */
function mirrored(upper: Float64Array, padded: number, n: number): Float64Array {
  const full = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const value = upper[i * padded + j]!
      full[i * n + j] = value
      full[j * n + i] = value
    }
  }
  return full
}
