/**
 * Compensated sum of `term(0)` to `term(count − 1)`, without an array of the terms. Otherwise like `sum`.
 *
 * Source: A. Neumaier, as for `sum`.
 *
 * ```ts
 * const values = Float64Array.of(1, 2, 3)
 * assert.equal(sumOfTerms(3, (i) => values[i] ** 2), 14)
 * ```
 */
export function sumOfTerms(count: number, term: (i: number) => number): number {
  let total = 0
  let compensation = 0
  for (let i = 0; i < count; i++) {
    const value = term(i)
    const next = total + value
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(compensation) ? total + compensation : total
}
