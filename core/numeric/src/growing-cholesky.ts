import { zeros } from './block-memory.ts'

const firstCapacity = 16
/** Of a squared pivot so much must remain when a square is taken away: with less, too many digits would go with it. */
const leastRemainder = 1e-4
const none = new Float64Array(0)

/**
 * Cholesky factor L of a symmetric positive definite matrix M = L·Lᵀ that gains and loses rows one at a time.
 *
 * L is packed by rows: row i begins at i·(i+1)/2. A *follower* of b is the array L⁻¹b, which can be kept up to date while M
 * changes. Every sum runs in the order of the rows, so that the same history gives the same bits.
 *
 * Source: P. E. Gill, G. H. Golub, W. Murray and M. A. Saunders, "Methods for modifying matrix factorizations",
 * Mathematics of Computation 28, 1974.
 *
 * ```ts
 * const factor = new GrowingCholesky()
 * factor.append(Float64Array.of(4))
 * factor.append(Float64Array.of(2, 5))
 * const x = Float64Array.of(8, 14)
 * factor.solve(x)
 * assert.deepEqual(Array.from(x), [0.75, 2.5])
 * ```
 */
export class GrowingCholesky {
  size = 0
  #capacity: number
  #packed: Float64Array
  /** Of the rotations that a removal takes; there is no place for them before the first. */
  #cosines: Float64Array = none
  #sines: Float64Array = none

  /** @param capacity for how many rows to take memory at once; more is taken as it is needed */
  constructor(capacity: number = firstCapacity) {
    this.#capacity = capacity
    this.#packed = zeros((capacity * (capacity + 1)) / 2)
  }

  /** Value (i, j) of L, j <= i. */
  entry(i: number, j: number): number {
    return this.#packed[(i * (i + 1)) / 2 + j]!
  }

  clear(): void {
    this.size = 0
  }

  /**
   * Adds a last row and column to M.
   *
   * @param row of M, shape [size + 1], its diagonal last
   * @param least the smallest pivot, squared, that counts as positive; below it nothing changes
   * @returns the squared pivot; the row was refused where that is at most `least`
   */
  append(row: Float64Array, least = 0): number {
    const n = this.size
    this.#reserve(n + 1)
    const packed = this.#packed
    const start = (n * (n + 1)) / 2
    for (let i = 0; i <= n; i++) packed[start + i] = row[i]!
    forwardFrom(packed, packed, { start, size: n })
    let pivot = packed[start + n]!
    for (let k = 0; k < n; k++) pivot -= packed[start + k]! * packed[start + k]!
    if (!(pivot > least)) return pivot
    packed[start + n] = Math.sqrt(pivot)
    this.size = n + 1
    return pivot
  }

  /** What a follower of b, kept for all rows but the last, has for the last; `value` is that of b. */
  extended(follower: Float64Array, value: number): number {
    const last = this.size - 1
    const start = (last * (last + 1)) / 2
    let rest = value
    for (let k = 0; k < last; k++) rest -= this.#packed[start + k]! * follower[k]!
    return rest / this.#packed[start + last]!
  }

  /** Removes row and column `index` of M, and from its followers what belongs to it. */
  remove(index: number, followers: readonly Float64Array[] = []): void {
    const packed = this.#packed
    const last = this.size - 1
    if (this.#cosines.length < last) {
      this.#cosines = new Float64Array(this.#capacity)
      this.#sines = new Float64Array(this.#capacity)
    }
    for (let row = index; row < last; row++) {
      // Row `row + 1` moves up one place; a rotation of two columns takes away what then stands beyond the diagonal.
      const from = ((row + 1) * (row + 2)) / 2
      const to = (row * (row + 1)) / 2
      for (let k = 0; k < index; k++) packed[to + k] = packed[from + k]!
      const a = this.#rotated({ from, to, index, row })
      const b = packed[from + row + 1]!
      const length = Math.sqrt(a * a + b * b)
      this.#cosines[row] = a / length
      this.#sines[row] = b / length
      packed[to + row] = length
    }
    for (const follower of followers) {
      for (let row = index; row < last; row++) {
        const [a, b] = [follower[row]!, follower[row + 1]!]
        follower[row] = this.#cosines[row]! * a + this.#sines[row]! * b
        follower[row + 1] = this.#cosines[row]! * b - this.#sines[row]! * a
      }
    }
    this.size = last
  }

  /** Turns columns `index` to `row` of the row at `from` into those of the row at `to`; what the last turn leaves over is returned. */
  #rotated({ from, to, index, row }: { from: number; to: number; index: number; row: number }): number {
    const packed = this.#packed
    const cosines = this.#cosines
    const sines = this.#sines
    let left = packed[from + index]!
    for (let k = index; k < row; k++) {
      const next = packed[from + k + 1]!
      packed[to + k] = cosines[k]! * left + sines[k]! * next
      left = cosines[k]! * next - sines[k]! * left
    }
    return left
  }

  /**
   * Turns M into M + scale·v·vᵀ. Followers end with it.
   *
   * @param v shape [size]; overwritten
   * @returns false when the result is not clearly positive definite; the factor is then unusable until it is cleared
   */
  update(v: Float64Array, scale = 1): boolean {
    const packed = this.#packed
    const n = this.size
    const sign = scale < 0 ? -1 : 1
    const root = Math.sqrt(Math.abs(scale))
    for (let i = 0; i < n; i++) v[i] = v[i]! * root
    for (let j = 0; j < n; j++) {
      const diagonal = (j * (j + 3)) / 2
      const pivot = packed[diagonal]!
      const square = pivot * pivot + sign * v[j]! * v[j]!
      if (!(square > leastRemainder * pivot * pivot)) return false
      const next = Math.sqrt(square)
      const [cosine, sine] = [next / pivot, v[j]! / pivot]
      packed[diagonal] = next
      for (let i = j + 1, at = diagonal + j + 1; i < n; at += i + 1, i++) {
        packed[at] = (packed[at]! + sign * sine * v[i]!) / cosine
        v[i] = cosine * v[i]! - sine * packed[at]!
      }
    }
    return true
  }

  /** Solves L·z = b in place, or the system of the first `size` rows; shape [size] or longer. */
  forward(b: Float64Array, size: number = this.size): void {
    forwardFrom(this.#packed, b, { start: 0, size })
  }

  /** Solves Lᵀ·x = z in place. */
  backward(z: Float64Array, size: number = this.size): void {
    backwardIn(this.#packed, z, size)
  }

  /** Solves M·x = b in place, or the system of the first `size` rows and columns. */
  solve(b: Float64Array, size: number = this.size): void {
    this.forward(b, size)
    this.backward(b, size)
  }

  #reserve(size: number): void {
    if (size <= this.#capacity) return
    this.#capacity = Math.max(size, 2 * this.#capacity)
    const packed = new Float64Array((this.#capacity * (this.#capacity + 1)) / 2)
    packed.set(this.#packed)
    this.#packed = packed
  }
}

/** Solves L·z = b in place, for the b that begins at `start`. Four rows at a time: their sums do not wait for each other. */
function forwardFrom(packed: Float64Array, b: Float64Array, { start, size }: { start: number; size: number }): void {
  let i = 0
  let first = 0
  for (; i + 3 < size; i += 4) {
    const second = first + i + 1
    const third = second + i + 2
    const fourth = third + i + 3
    const at = start + i
    let v0 = b[at]!
    let v1 = b[at + 1]!
    let v2 = b[at + 2]!
    let v3 = b[at + 3]!
    for (let k = 0; k < i; k++) {
      const value = b[start + k]!
      v0 -= packed[first + k]! * value
      v1 -= packed[second + k]! * value
      v2 -= packed[third + k]! * value
      v3 -= packed[fourth + k]! * value
    }
    v0 /= packed[first + i]!
    v1 = (v1 - packed[second + i]! * v0) / packed[second + i + 1]!
    v2 = (v2 - packed[third + i]! * v0 - packed[third + i + 1]! * v1) / packed[third + i + 2]!
    v3 -= packed[fourth + i]! * v0
    v3 -= packed[fourth + i + 1]! * v1
    v3 = (v3 - packed[fourth + i + 2]! * v2) / packed[fourth + i + 3]!
    b[at] = v0
    b[at + 1] = v1
    b[at + 2] = v2
    b[at + 3] = v3
    first = fourth + i + 4
  }
  for (; i < size; first += i + 1, i++) {
    let value = b[start + i]!
    for (let k = 0; k < i; k++) value -= packed[first + k]! * b[start + k]!
    b[start + i] = value / packed[first + i]!
  }
}

/** Solves Lᵀ·x = z in place. Four rows at a time, which reads and writes z a quarter as often. */
function backwardIn(packed: Float64Array, z: Float64Array, size: number): void {
  let i = size - 1
  for (; i >= 3; i -= 4) {
    const first = (i * (i + 1)) / 2
    const second = first - i
    const third = second - i + 1
    const fourth = third - i + 2
    const v0 = z[i]! / packed[first + i]!
    const v1 = (z[i - 1]! - v0 * packed[first + i - 1]!) / packed[second + i - 1]!
    const v2 = (z[i - 2]! - v0 * packed[first + i - 2]! - v1 * packed[second + i - 2]!) / packed[third + i - 2]!
    const left = z[i - 3]! - v0 * packed[first + i - 3]! - v1 * packed[second + i - 3]!
    const v3 = (left - v2 * packed[third + i - 3]!) / packed[fourth + i - 3]!
    z[i] = v0
    z[i - 1] = v1
    z[i - 2] = v2
    z[i - 3] = v3
    for (let k = 0; k < i - 3; k++) {
      z[k] = z[k]! - v0 * packed[first + k]! - v1 * packed[second + k]! - v2 * packed[third + k]! - v3 * packed[fourth + k]!
    }
  }
  for (; i >= 0; i--) {
    const at = (i * (i + 1)) / 2
    const value = z[i]! / packed[at + i]!
    z[i] = value
    for (let k = 0; k < i; k++) z[k] = z[k]! - value * packed[at + k]!
  }
}
