/**
 * The largest amount of which all values are whole multiples, as decimals with at most nine places write them; 0 when there is none.
 *
 * ```ts
 * assert.equal(commonUnit([0.15, 1.2, 63.15]), 0.15)
 * assert.equal(commonUnit([1, Math.SQRT2]), 0)
 * ```
 *
 * @param values above zero
 */
export function commonUnit(values: readonly number[]): number {
  for (let parts = 1; parts <= 1e9; parts *= 10) {
    const counts = values.map((value) => Math.round(value * parts))
    if (!counts.every((count) => count <= Number.MAX_SAFE_INTEGER)) return 0
    const isWhole = (count: number, i: number): boolean => Math.abs(values[i]! * parts - count) <= 1e-14 * count
    if (values.length > 0 && counts.every(isWhole)) return counts.reduce(greatestCommonDivisor) / parts
  }
  return 0
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
