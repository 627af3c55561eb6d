import type { FreeBlock } from './free-block.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

/** Where a point is and how fast it moves with t. */
export interface Motion {
  readonly program: QuadraticProgram
  readonly point: Point
  readonly free: FreeBlock
  /** By place among the free columns. */
  readonly columnRate: Float64Array
  readonly gradientRate: Float64Array
  /** By row; zero for rows that hold nothing. */
  readonly multiplierRate: Float64Array
  /** How fast the limit moves that a row holds. */
  limitSlope(row: number): number
}
