import { GrowingCholesky, integerZeros, zeros } from '@portofino/numeric'
import type { QuadraticProgram } from './quadratic-program.ts'
import { isCurvedAlong, isPoor, reciprocalConditionOf } from './condition.ts'
import { RowFactor } from './row-factor.ts'
import { rowWeights } from './row-weights.ts'
import { addTimes, dot } from './vectors.ts'

/** Below this share of its own size a pivot is zero: the column depends on those before it. */
const leastPivot = 1e-15
/** Below this share it may be what rounding left of zero, and is computed once more. */
const doubtfulPivot = 1e-6

/**
 * The columns that are free and the rows that hold, with the factor that solves for their optimality conditions
 *
 *     Q x − A'y = c     over the free columns F
 *     A x       = b     over the rows W that hold
 *
 * It factors Q + Σ weight·a·a' over the rows of W, which is positive definite exactly where these conditions have one solution:
 * Q alone need not be, as with cash or with fewer observations than assets.
 */
export class FreeBlock {
  readonly columns: Int32Array
  size = 0
  /** Of each column in `columns`, −1 where it is not free. */
  readonly place: Int32Array
  readonly rows: number[] = []
  readonly #program: QuadraticProgram
  readonly #factor: GrowingCholesky
  readonly #rowFactor: RowFactor
  /** Of each row of `rows`, L⁻¹a over the free columns. */
  readonly #followers: Float64Array[] = []
  /** L⁻¹ of the slope over the free columns. */
  readonly #slopeFollower: Float64Array
  #slope: Float64Array
  readonly weights: Float64Array
  readonly #buffer: Float64Array

  /** @param likely how many columns will be free, where that is known */
  constructor(program: QuadraticProgram, likely?: number) {
    const n = program.hessian.n
    this.#factor = new GrowingCholesky(likely)
    this.#rowFactor = new RowFactor(program.rows.count)
    this.#program = program
    this.columns = integerZeros(n)
    this.place = integerZeros(n).fill(-1)
    this.#buffer = zeros(n)
    this.weights = rowWeights(program)
    this.#slopeFollower = zeros(n)
    this.#slope = program.slope
  }

  #coefficient(row: number, column: number): number {
    return this.#program.rows.coefficients[row * this.columns.length + column]!
  }

  #entry(i: number, j: number): number {
    let value = this.#program.hessian.entry(i, j)
    for (const row of this.rows) value += this.weights[row]! * this.#coefficient(row, i) * this.#coefficient(row, j)
    return value
  }

  /** False, and nothing changes, where the column depends on what is free and holds already. */
  addColumn(column: number): boolean {
    const { size } = this
    const row = this.#buffer
    this.columns[size] = column
    this.#program.hessian.row(column, { columns: this.columns, count: size + 1 }, row)
    for (const held of this.rows) {
      const pull = this.weights[held]! * this.#coefficient(held, column)
      for (let k = 0; k <= size; k++) row[k] = row[k]! + pull * this.#coefficient(held, this.columns[k]!)
    }
    const own = row[size]!
    const pivot = this.#factor.append(row, leastPivot * own)
    if (!(pivot > leastPivot * own)) return false
    if (pivot <= doubtfulPivot * own && !this.#isCurved(own)) {
      this.#factor.remove(size)
      return false
    }
    this.place[column] = size
    this.size = size + 1
    this.#rowFactor.clear()
    this.#followers.forEach((follower, w) => {
      follower[size] = this.#factor.extended(follower, this.#coefficient(this.rows[w]!, column))
    })
    this.#slopeFollower[size] = this.#factor.extended(this.#slopeFollower, this.#slope[column]!)
    return true
  }

  /**
   * Whether the direction in which the last column moves and the others make up for it has any curvature: summed from the
   * program itself, where errors of the direction count only squared.
   */
  #isCurved(own: number): boolean {
    const { size } = this
    const direction = zeros(size + 1)
    for (let k = 0; k < size; k++) direction[k] = -this.#entry(this.columns[k]!, this.columns[size]!)
    this.#factor.solve(direction, size)
    direction[size] = 1
    return isCurvedAlong(direction, { least: own, entry: (i, j) => this.#entry(this.columns[i]!, this.columns[j]!) })
  }

  get reciprocalCondition(): number {
    return reciprocalConditionOf(this.#factor)
  }

  removeColumn(column: number): void {
    const gone = this.place[column]!
    this.#factor.remove(gone, [this.#slopeFollower, ...this.#followers])
    this.size -= 1
    this.#rowFactor.clear()
    this.place[column] = -1
    for (let k = gone; k < this.size; k++) {
      this.columns[k] = this.columns[k + 1]!
      this.place[this.columns[k]!] = k
    }
  }

  addRow(row: number): void {
    this.rows.push(row)
    this.#followers.push(zeros(this.columns.length))
    this.#reweigh(row, 1)
  }

  /** False, and nothing changes, where the free columns would depend on each other without the row. */
  removeRow(row: number): boolean {
    const w = this.rows.indexOf(row)
    this.rows.splice(w, 1)
    const [follower] = this.#followers.splice(w, 1)
    const columns = this.columns.slice(0, this.size)
    if (this.#reweigh(row, -1)) return true
    this.rows.splice(w, 0, row)
    this.#followers.splice(w, 0, follower!)
    this.#factorAfresh(columns)
    return false
  }

  #reweigh(row: number, sign: number): boolean {
    const values = this.#buffer
    for (let k = 0; k < this.size; k++) values[k] = this.#coefficient(row, this.columns[k]!)
    if (!this.#factor.update(values, sign * this.weights[row]!)) return this.#factorAfresh(this.columns.slice(0, this.size))
    this.#followAll()
    return true
  }

  #followAll(): void {
    this.#rowFactor.clear()
    this.#followers.forEach((follower, w) => {
      for (let k = 0; k < this.size; k++) follower[k] = this.#coefficient(this.rows[w]!, this.columns[k]!)
      this.#factor.forward(follower)
    })
    this.setSlope(this.#slope)
  }

  /** Changes the slope that `solveSlope` solves for; at first it is that of the program. */
  setSlope(slope: Float64Array): void {
    this.#slope = slope
    for (let k = 0; k < this.size; k++) this.#slopeFollower[k] = slope[this.columns[k]!]!
    this.#factor.forward(this.#slopeFollower)
  }

  /** From the program itself: what rounding left in the factor is gone. */
  #factorAfresh(columns: Int32Array): boolean {
    this.#factor.clear()
    this.place.fill(-1)
    this.size = 0
    const isWhole = columns.every((column) => this.addColumn(column))
    this.#followAll()
    return isWhole
  }

  /**
   * Solves the conditions in place: `c` becomes x, `b` becomes y.
   *
   * @param c by place; shape [size] or longer
   * @param b by the order of `rows`
   */
  solve(c: Float64Array, b: Float64Array): void {
    this.#factor.forward(c)
    this.#solveReduced(c, b)
  }

  /** The same for c = −slope. */
  solveSlope(c: Float64Array, b: Float64Array): void {
    for (let k = 0; k < this.size; k++) c[k] = -this.#slopeFollower[k]!
    this.#solveReduced(c, b)
  }

  #solveReduced(c: Float64Array, b: Float64Array): void {
    const { size } = this
    this.#followers.forEach((follower, w) => addTimes(c, follower, { times: this.weights[this.rows[w]!]! * b[w]!, size }))
    const rowFactor = this.#rowFactor.of(this.#followers, size)
    const asked = isPoor(rowFactor) ? b.slice(0, this.rows.length) : null
    this.#followers.forEach((follower, w) => (b[w] = b[w]! - dot(follower, c, size)))
    rowFactor.solve(b)
    this.#pull(c, b)
    if (asked !== null) this.#refine(c, b, asked)
    this.#factor.backward(c)
  }

  /** Corrects by what the rows miss. */
  #refine(c: Float64Array, b: Float64Array, asked: Float64Array): void {
    const missed = asked.map((value, w) => value - dot(this.#followers[w]!, c, this.size))
    this.#rowFactor.of(this.#followers, this.size).solve(missed)
    this.#pull(c, missed)
    missed.forEach((value, w) => (b[w] = b[w]! + value))
  }

  #pull(c: Float64Array, by: Float64Array): void {
    this.#followers.forEach((follower, w) => addTimes(c, follower, { times: by[w]!, size: this.size }))
  }

  /** Whether there are as many rows as columns: they are independent, and leave nothing free to move. */
  get isFixed(): boolean {
    return this.size === this.rows.length
  }

  /** Whether the row's values at the free columns follow from those of the rows that hold. */
  dependsOnRows(row: number): boolean {
    const { size } = this
    const values = this.#buffer
    for (let k = 0; k < size; k++) values[k] = this.#coefficient(row, this.columns[k]!)
    this.#factor.forward(values)
    return this.#isCovered(values)
  }

  /** Whether the rows that hold fix the value of a free column. */
  isFixedByRows(column: number): boolean {
    const unit = this.#buffer.fill(0, 0, this.size)
    unit[this.place[column]!] = 1
    this.#factor.forward(unit)
    return this.#isCovered(unit)
  }

  #isCovered(reduced: Float64Array): boolean {
    const own = dot(reduced, reduced, this.size)
    if (own === 0 || this.isFixed) return true
    const shares = zeros(this.rows.length)
    this.#followers.forEach((follower, v) => (shares[v] = dot(follower, reduced, this.size)))
    this.#rowFactor.of(this.#followers, this.size).forward(shares)
    return own - dot(shares, shares, shares.length) <= 1e-11 * own
  }
}
