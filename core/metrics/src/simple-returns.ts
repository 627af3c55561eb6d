/**
 * Simple returns of a series of values: v_t/v_{t−1} − 1. Out of a value of zero nothing comes: its return is 0.
 *
 * ```ts
 * assert.deepEqual(simpleReturns(Float64Array.of(1, 1.5, 0.75, 0)), Float64Array.of(0.5, -0.5, -1))
 * ```
 *
 * @param values not negative, oldest first; shape [n + 1], or empty
 * @returns shape [n]
 */
export function simpleReturns(values: Float64Array): Float64Array {
  const returns = new Float64Array(Math.max(values.length - 1, 0))
  for (let i = 0; i < returns.length; i++) {
    const before = values[i]!
    returns[i] = before === 0 ? 0 : values[i + 1]! / before - 1
  }
  return returns
}
