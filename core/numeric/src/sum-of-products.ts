/**
 * Compensated sum of `a[i] * b[i]`, as exact as `sum` of the products: it finds the same error terms without a branch, which is
 * several times as fast over many products.
 *
 * Source: D. E. Knuth, "The Art of Computer Programming", volume 2, section 4.2.2; known as TwoSum.
 *
 * ```ts
 * assert.equal(sumOfProducts(Float64Array.of(1, 1e100, 1, -1e100), Float64Array.of(1, 1, 1, 1)), 2)
 * ```
 *
 * @param a shape [n]
 * @param b shape [n]
 * @throws RangeError when the two differ in length
 */
export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    throw new RangeError(`Cannot multiply two lists: both need the same length, got ${a.length} and ${b.length}`)
  }
  let total = 0
  let compensation = 0
  for (let i = 0; i < a.length; i++) {
    const product = a[i]! * b[i]!
    const next = total + product
    const added = next - total
    compensation += total - (next - added) + (product - added)
    total = next
  }
  return Number.isFinite(compensation) ? total + compensation : total
}
