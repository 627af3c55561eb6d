import { pairedCount } from './joint-moments.ts'
import { largestSize } from './moments.ts'

/** Returns beyond the benchmark's. */
export interface ActiveReturns {
  /** r_t − b_t; shape [n]. */
  values: Float64Array
  /** Largest size among the returns of both: the scale of their rounding errors. */
  largest: number
}

/**
 * Differences r_t − b_t of portfolio and benchmark, matched by date.
 *
 * @throws RangeError when the two differ in length
 */
export function activeReturns([portfolio, benchmark]: readonly [Float64Array, Float64Array]): ActiveReturns {
  pairedCount([portfolio, benchmark])
  return {
    values: portfolio.map((value, i) => value - benchmark[i]!),
    largest: Math.max(largestSize(portfolio), largestSize(benchmark)),
  }
}
