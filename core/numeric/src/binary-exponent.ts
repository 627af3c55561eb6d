/**
 * 2^k, exactly.
 *
 * ```ts
 * assert.equal(powerOfTwo(-3), 0.125)
 * ```
 *
 * @param k whole number from −1022 to 1023; others give no power of two
 */
export function powerOfTwo(k: number): number {
  view.setUint32(0, (k + 1023) * 0x10_0000)
  view.setUint32(4, 0)
  return view.getFloat64(0)
}

/**
 * The k for which x = ±m·2^k with 1 ≤ m < 2.
 *
 * ```ts
 * assert.equal(binaryExponent(0.7), -1)
 * ```
 *
 * @param x finite and not zero
 */
export function binaryExponent(x: number): number {
  view.setFloat64(0, x)
  const stored = (view.getUint32(0) >>> 20) & 0x7ff
  return stored === 0 ? binaryExponent(x * 0x40_0000_0000_0000) - 54 : stored - 1023
}

const view = new DataView(new ArrayBuffer(8))
