import { OptimizerInputError } from '../input-error.ts'
import { numberOf } from '../shapes.ts'

/**
 * The same weight for each of n assets.
 *
 * ```ts
 * assert.deepEqual(equalWeight(4), Float64Array.of(0.25, 0.25, 0.25, 0.25))
 * ```
 *
 * @returns shape [n]
 * @throws OptimizerInputError unless n is a whole number of at least 1
 */
export function equalWeight(n: number): Float64Array {
  numberOf('n', n, 'a whole number of at least 1')
  if (!Number.isSafeInteger(n) || n < 1) {
    const message = `n must be a whole number of at least 1, got ${n}`
    throw new OptimizerInputError(n === 0 ? 'empty' : 'out_of_range', message, { field: 'n' })
  }
  return new Float64Array(n).fill(1 / n)
}
