import { copied, zeros } from '@portofino/numeric'
import type { FreeBlock } from './free-block.ts'
import { GradientDrift } from './gradient-drift.ts'
import { findGradients, findPulledRates, findWatchedRates } from './gradients.ts'
import type { WatchedMotion } from './gradients.ts'
import { standing } from './quadratic-program.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'
import { largestOf } from './vectors.ts'
import { WatchedColumns } from './watched-columns.ts'

/** What is left of terms that cancel to this share is nothing. */
const rounding = 1e-13
/** Below this share it may be: where columns move by the small differences of large pulls. */
const doubtful = 1e-11

/** A point on its way: what changes per unit of t while the same columns are free and the same rows hold. */
export class MovingPoint implements WatchedMotion {
  readonly program: QuadraticProgram
  readonly point: Point
  readonly free: FreeBlock
  /** Whose gradients, and rates of gradients, are up to date. */
  readonly watched: WatchedColumns
  /** By place among the free columns. */
  readonly columnRate: Float64Array
  readonly gradientRate: Float64Array
  /** By row; zero for rows that hold nothing. */
  readonly multiplierRate: Float64Array
  /** By row; for rows that hold nothing. */
  readonly activityRate: Float64Array
  readonly drift: GradientDrift
  /** How often x moved at one t. */
  jumps: number = 0
  readonly #pulls: Float64Array
  readonly #slopeSize: number

  constructor(program: QuadraticProgram, point: Point, free: FreeBlock) {
    const [n, m] = [program.hessian.n, program.rows.count]
    this.program = program
    this.point = point
    this.free = free
    this.watched = new WatchedColumns(point)
    this.columnRate = zeros(n)
    this.gradientRate = zeros(n)
    this.multiplierRate = zeros(m)
    this.activityRate = zeros(m)
    this.drift = new GradientDrift(program)
    this.#pulls = zeros(m)
    this.#slopeSize = largestOf(program.slope)
    free.setSlope(program.slope)
  }

  limit(row: number, t: number): number {
    const { lower, upper, lowerSlope, upperSlope } = this.program.rows
    return this.point.rowStanding[row] === standing.lower
      ? lower[row]! + t * lowerSlope[row]!
      : upper[row]! + t * upperSlope[row]!
  }

  limitSlope(row: number): number {
    const { lowerSlope, upperSlope } = this.program.rows
    return this.point.rowStanding[row] === standing.lower ? lowerSlope[row]! : upperSlope[row]!
  }

  /** How everything moves with t; gradients only of columns that are watched. */
  findRates(): void {
    const { free, program, watched } = this
    const rowRates = this.#pulls.subarray(0, free.rows.length)
    free.rows.forEach((row, w) => (rowRates[w] = this.limitSlope(row)))
    const demanded = copied(rowRates)
    free.solveSlope(this.columnRate, rowRates)
    this.#keepPulls(rowRates)
    const isForced = free.isFixed || this.#isBalanced(program.slope, rowRates)
    if (isForced) this.#followRows(demanded)
    this.drift.measure(this, isForced)
    if (watched.isComplete && this.drift.isKnown) watched.narrow(this)
    findWatchedRates(this)
    if (free.rows.length < program.rows.count) this.#findActivityRates()
  }

  /** Whether no gradient that is not watched comes to zero within dt. */
  isCertainFor(dt: number): boolean {
    return this.watched.isCertainFor(dt, this.drift.speed)
  }

  /** Watches all columns, and finds the rates of all gradients. */
  watchAll(): void {
    if (this.watched.isComplete) return
    findGradients(this)
    this.watched.all(this.point)
    findWatchedRates(this)
  }

  /** How everything moves when one more column moves at rate `sign`, at the same t. */
  findRatesOfColumn(column: number, sign: number): void {
    const { free, program } = this
    const { hessian, rows } = program
    for (let k = 0; k < free.size; k++) this.columnRate[k] = -sign * hessian.entry(free.columns[k]!, column)
    const rowRates = this.#pulls.subarray(0, free.rows.length)
    free.rows.forEach((row, w) => (rowRates[w] = -sign * rows.coefficients[row * hessian.n + column]!))
    free.solve(this.columnRate, rowRates)
    this.#findActivityRates({ column, sign })
  }

  /** How everything moves when the limit of a row that holds moves at rate `sign`, at the same t. */
  findRatesOfRow(row: number, sign: number): void {
    const { free } = this
    this.columnRate.fill(0, 0, free.size)
    const rowRates = this.#pulls.subarray(0, free.rows.length).fill(0)
    rowRates[free.rows.indexOf(row)] = sign
    const demanded = copied(rowRates)
    free.solve(this.columnRate, rowRates)
    this.#keepPulls(rowRates)
    if (free.isFixed) this.#followRows(demanded)
    this.#findActivityRates()
  }

  /** How gradients and multipliers move when the rows that hold are pulled so that only one thing stays unbalanced. */
  findRatesOfPull(unbalanced: { column: number; sign: number } | { row: number; sign: number }): void {
    const { free, program } = this
    const n = program.hessian.n
    this.columnRate.fill(0, 0, free.size)
    if ('column' in unbalanced) this.columnRate[free.place[unbalanced.column]!] = unbalanced.sign
    else {
      const own = unbalanced.row * n
      for (let k = 0; k < free.size; k++) {
        this.columnRate[k] = unbalanced.sign * program.rows.coefficients[own + free.columns[k]!]!
      }
    }
    const pulls = this.#pulls.subarray(0, free.rows.length).fill(0)
    free.solve(this.columnRate, pulls)
    this.columnRate.fill(0, 0, free.size)
    this.#keepPulls(pulls)
    if ('row' in unbalanced) this.multiplierRate[unbalanced.row] = unbalanced.sign
    findPulledRates(this)
  }

  /** Whether the rows that hold take up the whole slope, so that nothing is left to move free columns. */
  #isBalanced(slope: Float64Array, pulls: Float64Array): boolean {
    const { free, program } = this
    const { coefficients } = program.rows
    let [left, terms] = [0, 0]
    for (let k = 0; k < free.size; k++) {
      const column = free.columns[k]!
      let force = slope[column]!
      for (let w = 0; w < pulls.length; w++) force -= pulls[w]! * coefficients[free.rows[w]! * slope.length + column]!
      left = Math.max(left, Math.abs(force))
      terms = Math.max(terms, Math.abs(slope[column]!))
    }
    // Where free columns have no slope of their own, what was taken off for others leaves its rounding.
    return left <= Math.max(rounding * terms, 64 * Number.EPSILON * this.#slopeSize)
  }

  /** There, and at a vertex, columns move only as the rows demand: what else the solution has is rounding. */
  #followRows(demanded: Float64Array): void {
    this.columnRate.fill(0, 0, this.free.size)
    if (demanded.some((rate) => rate !== 0)) this.free.solve(this.columnRate, demanded)
  }

  #keepPulls(pulls: Float64Array): void {
    this.multiplierRate.fill(0)
    this.free.rows.forEach((row, w) => (this.multiplierRate[row] = pulls[w]!))
  }

  /** Besides free columns, one that moves at rate `sign` perhaps. What is a rounding error of the fastest column is none. */
  #findActivityRates(also?: { column: number; sign: number }): void {
    const { program, free, activityRate } = this
    const { coefficients, count } = program.rows
    const n = program.hessian.n
    let fastest = also === undefined ? 0 : 1
    for (let k = 0; k < free.size; k++) fastest = Math.max(fastest, Math.abs(this.columnRate[k]!))
    for (let row = 0; row < count; row++) {
      const own = also === undefined ? 0 : coefficients[row * n + also.column]!
      let [rate, size] = [own * (also?.sign ?? 0), Math.abs(own)]
      for (let k = 0; k < free.size; k++) {
        const coefficient = coefficients[row * n + free.columns[k]!]!
        rate += coefficient * this.columnRate[k]!
        size += Math.abs(coefficient)
      }
      const share = Math.abs(rate) / (size * fastest)
      activityRate[row] = this.#isReal(share, row, also !== undefined) ? rate : 0
    }
  }

  /** Whether a rate of this share is more than rounding: a row that follows from those that hold still does not move itself. */
  #isReal(share: number, row: number, isPushed: boolean): boolean {
    if (isPushed || share > doubtful) return share > rounding
    const isStill = this.free.rows.every((held) => this.limitSlope(held) === 0)
    return share > rounding && !(isStill && this.free.dependsOnRows(row))
  }

  /** The rates of all columns, by number. */
  direction(): Float64Array {
    const direction = zeros(this.point.x.length)
    for (let k = 0; k < this.free.size; k++) direction[this.free.columns[k]!] = this.columnRate[k]!
    return direction
  }

  /** Goes on by dt along the rates. */
  advance(dt: number): void {
    const { point, free } = this
    if (dt > 0) this.#move(dt)
    point.t += dt
    for (const row of free.rows) point.activity[row] = this.limit(row, point.t)
  }

  #move(dt: number): void {
    const { point, free, watched } = this
    watched.step(dt, this.drift.speed)
    for (let k = 0; k < free.size; k++) {
      const column = free.columns[k]!
      point.x[column] = point.x[column]! + dt * this.columnRate[k]!
    }
    const { gradient, multipliers, activity } = point
    for (let k = 0; k < watched.count; k++) {
      const column = watched.columns[k]!
      gradient[column] = gradient[column]! + dt * this.gradientRate[column]!
    }
    for (let row = 0; row < multipliers.length; row++) {
      multipliers[row] = multipliers[row]! + dt * this.multiplierRate[row]!
      activity[row] = activity[row]! + dt * this.activityRate[row]!
    }
  }
}
