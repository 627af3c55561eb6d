import type { FreeBlock } from './free-block.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

/** A point and how it moves: what there is to know of it for those who do not move it. */
export interface Motion {
  readonly program: QuadraticProgram
  readonly point: Point
  readonly free: FreeBlock
  /** By place among the free columns. */
  readonly columnRate: Float64Array
  readonly gradientRate: Float64Array
  /** By row; zero for rows that hold nothing. */
  readonly multiplierRate: Float64Array
  /** How fast the limit moves that a row stands on. */
  limitSlope: (row: number) => number
}
