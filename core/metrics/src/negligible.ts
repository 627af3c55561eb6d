/**
 * Whether a deviation is nothing but the rounding error of the returns it was computed from: below 1e-14·(1 + largest).
 * A ratio with such a denominator would be noise and is null instead.
 *
 * ```ts
 * assert.equal(isNegligible(2e-17, 0.01), true)
 * assert.equal(isNegligible(1e-9, 0.01), false)
 * ```
 *
 * @param largest the largest size among the returns
 */
export function isNegligible(deviation: number, largest: number): boolean {
  return deviation < 1e-14 * (1 + largest)
}
