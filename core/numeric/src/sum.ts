/**
 * Sum with Neumaier's compensation: the error does not grow with the number of terms.
 *
 * Zero for no values. Infinite or undefined values pass through as in plain addition.
 *
 * Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.
 *
 * ```ts
 * assert.equal(sum(Float64Array.of(1, 1e100, 1, -1e100)), 2)
 * ```
 *
 * @param values shape [n]
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  let compensation = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const next = total + value
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(compensation) ? total + compensation : total
}

/**
 * Arithmetic mean by the compensated sum; null for no values.
 *
 * ```ts
 * assert.equal(mean(Float64Array.of(1, 2, 6)), 3)
 * ```
 *
 * @param values shape [n]
 */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}
