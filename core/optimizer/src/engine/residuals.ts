import { integerZeros, zeros } from '@portofino/numeric'
import type { FreeBlock } from './free-block.ts'
import { gather } from './hessian.ts'
import type { Sparse } from './hessian.ts'
import type { QuadraticProgram } from './quadratic-program.ts'

/** What the conditions that a free block solves lack at a point, round after round in the same memory. */
export class Residuals {
  readonly program: QuadraticProgram
  readonly free: FreeBlock
  /** The columns of x that are not zero. */
  readonly #nonzero: Sparse
  readonly #product: Float64Array
  readonly #columns: Float64Array
  readonly #rows: Float64Array

  constructor(program: QuadraticProgram, free: FreeBlock) {
    const { n } = program.hessian
    this.program = program
    this.free = free
    this.#nonzero = { columns: integerZeros(n), values: zeros(n), count: 0 }
    this.#product = zeros(n)
    this.#columns = zeros(free.size)
    this.#rows = zeros(free.rows.length)
  }

  /** −linear − Q·x + A'y over the free columns. */
  ofColumns({ linear, x, y }: { linear: Float64Array; x: Float64Array; y: Float64Array }): Float64Array {
    const { hessian, rows } = this.program
    const [free, product, residual] = [this.free, this.#product, this.#columns]
    const n = x.length
    gather(x, this.#nonzero)
    hessian.productAt(this.#nonzero, { columns: free.columns, count: free.size }, product)
    for (let k = 0; k < free.size; k++) {
      const j = free.columns[k]!
      let pull = 0
      for (let w = 0; w < y.length; w++) pull += y[w]! * rows.coefficients[free.rows[w]! * n + j]!
      residual[k] = pull - product[j]! - linear[j]!
    }
    return residual
  }

  /** limits − A·x, at the point that columns were asked for last. */
  ofRows(limits: Float64Array): Float64Array {
    const { rows, hessian } = this.program
    const { columns, values, count } = this.#nonzero
    for (let w = 0; w < limits.length; w++) {
      const at = this.free.rows[w]! * hessian.n
      let left = limits[w]!
      for (let k = 0; k < count; k++) left -= rows.coefficients[at + columns[k]!]! * values[k]!
      this.#rows[w] = left
    }
    return this.#rows
  }
}
