import { integerZeros, zeros } from '@portofino/numeric'
import type { FreeBlock } from './free-block.ts'
import { gather } from './hessian.ts'
import type { Sparse } from './hessian.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

type Place = Pick<Point, 'x' | 'multipliers'>

/** What a step adds at its full length. */
interface NewtonStep {
  /** By place among the free columns. */
  along: Float64Array
  /** By the order of the rows that hold. */
  pulls: Float64Array
}

/** Steps of Newton's for the columns that are free and the rows that hold, one after the other in the same memory. */
export class NewtonSteps {
  readonly program: QuadraticProgram
  readonly free: FreeBlock
  /** The columns of x that are not zero. */
  readonly #nonzero: Sparse
  readonly #product: Float64Array
  readonly #step: NewtonStep

  constructor(program: QuadraticProgram, free: FreeBlock) {
    const { n } = program.hessian
    this.program = program
    this.free = free
    this.#nonzero = { columns: integerZeros(n), values: zeros(n), count: 0 }
    this.#product = zeros(n)
    this.#step = { along: zeros(free.size), pulls: zeros(free.rows.length) }
  }

  /** The step to where Q·x + linear = A'y over the free columns and A·x = limits; the next one overwrites it. */
  from(place: Place, { linear, limits }: { linear: Float64Array; limits: Float64Array }): NewtonStep {
    gather(place.x, this.#nonzero)
    this.#findLackOfColumns(place, linear)
    this.#findLackOfRows(limits)
    this.free.solve(this.#step.along, this.#step.pulls)
    return this.#step
  }

  /** −linear − Q·x + A'y over the free columns. */
  #findLackOfColumns({ x, multipliers }: Place, linear: Float64Array): void {
    const { hessian, rows } = this.program
    const [free, product, { along }] = [this.free, this.#product, this.#step]
    const n = x.length
    hessian.productAt(this.#nonzero, { columns: free.columns, count: free.size }, product)
    for (let k = 0; k < free.size; k++) {
      const j = free.columns[k]!
      let pull = 0
      for (const row of free.rows) pull += multipliers[row]! * rows.coefficients[row * n + j]!
      along[k] = pull - product[j]! - linear[j]!
    }
  }

  /** limits − A·x. */
  #findLackOfRows(limits: Float64Array): void {
    const { rows, hessian } = this.program
    const { columns, values, count } = this.#nonzero
    for (let w = 0; w < limits.length; w++) {
      const at = this.free.rows[w]! * hessian.n
      let left = limits[w]!
      for (let k = 0; k < count; k++) left -= rows.coefficients[at + columns[k]!]! * values[k]!
      this.#step.pulls[w] = left
    }
  }
}

/** Takes a step from a place, or this many times the step. */
export function takeStep(
  { point: { x, multipliers }, free }: { point: Place; free: FreeBlock },
  { along, pulls }: NewtonStep,
  times = 1,
): void {
  for (let k = 0; k < free.size; k++) x[free.columns[k]!] = x[free.columns[k]!]! + times * along[k]!
  free.rows.forEach((row, w) => (multipliers[row] = multipliers[row]! + times * pulls[w]!))
}
