import { largestOf, sizeOfTerms } from '../engine/vectors.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'

/**
 * Of a variance, relative to the largest that any correlations would give: 45 ε. Entries of a covariance are rounded themselves, and sums over
 * days, so that a portfolio without risk shows a few ε of it.
 */
const rounding = 1e-14

/** Whether weights have no risk that the rounding of a covariance could be told from. */
export function isRiskless({ deviations }: Program, weights: Float64Array, variance: number): boolean {
  const largest = sizeOfTerms(deviations, weights)
  return variance <= rounding * largest * largest
}

/** Zero where it is only what rounding left: of terms that cancel here, or of larger ones on the way here. */
export function significantVariance(program: Program, { x, variance }: { x: Float64Array; variance: number }): number {
  const before = largestOf(program.deviations) * largestOf(x)
  return variance <= Number.EPSILON * before * before ? 0 : ownVariance(program, { x, variance })
}

/** Zero where it is only what rounding left of terms that cancel here. */
export function ownVariance(program: Program, { x, variance }: { x: Float64Array; variance: number }): number {
  const { hessian, moved } = program.quadratic
  const deviation = largestOf(hessian.deviations)
  const largest = Math.max(largestVolatility(program, x), deviation * moved)
  const nothing = deviation * nothingBeside(program, x)
  return variance <= Math.max(rounding * largest * largest, nothing * nothing) ? 0 : variance
}

/** What rounding may have left of the gain at x, on the way there from the bounds. */
export function gainNoise(program: Program, x: Float64Array): number {
  return largestOf(program.gain.perUnit) * nothingBeside(program, x)
}

/** Weights of this size are none beside those at x, and beside the bounds that a way there begins at. */
function nothingBeside({ quadratic: { lower, upper, moved } }: Program, x: Float64Array): number {
  let size = Math.max(moved, largestOf(x))
  for (let k = 0; k < x.length; k++) {
    const bound = Math.min(Math.abs(lower[k]!), Math.abs(upper[k]!))
    if (bound > size && bound < Infinity) size = bound
  }
  return 1e-11 * size
}

/** The largest volatility that any correlations would give the weights at x. */
export function largestVolatility(program: Program, x: Float64Array): number {
  return sizeOfTerms(program.deviations, program.columns.isPlain ? x : weightsAt(program, x))
}
