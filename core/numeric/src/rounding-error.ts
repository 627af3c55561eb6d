/**
 * What is lost when two numbers are added: a + b is exactly `total` plus this, unless it overflows.
 *
 * Source: D. E. Knuth, "The Art of Computer Programming", volume 2, section 4.2.2; known as TwoSum.
 *
 * ```ts
 * assert.equal(sumError(1, 2 ** -60, 1), 2 ** -60)
 * ```
 *
 * @param total a + b as computed
 */
export function sumError(a: number, b: number, total: number): number {
  const added = total - a
  return a - (total - added) + (b - added)
}

/**
 * What is lost when two numbers are multiplied: a·b is exactly `product` plus this, unless a part of it underflows or a factor is
 * beyond 2^996.
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971.
 *
 * ```ts
 * const third = 1 / 3
 * assert.equal(productError(third, 3, third * 3), -(2 ** -54))
 * ```
 *
 * @param product a·b as computed
 */
export function productError(a: number, b: number, product: number): number {
  const aWide = a * SPLITTER
  const aHigh = aWide - (aWide - a)
  const aLow = a - aHigh
  const bWide = b * SPLITTER
  const bHigh = bWide - (bWide - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/** 2^27 + 1 cuts 53 bits into two halves of at most 26. */
const SPLITTER = 134_217_729
