/**
 * Whole numbers as zigzag varints of their differences: small steps, up or down, take one byte or two.
 *
 * @param values each within ±2^30
 */
export function encodeDeltas(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let previous = 0
  for (const value of values) {
    const step = value - previous
    let rest = ((step << 1) ^ (step >> 31)) >>> 0
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
    bytes.push(rest)
    previous = value
  }
  return Uint8Array.from(bytes)
}

/** The inverse. A RangeError unless the bytes hold exactly `count` values. */
export function decodeDeltas(bytes: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count)
  let position = 0
  let previous = 0
  for (let k = 0; k < count; k++) {
    let byte = bytes[position++]!
    let zigzag = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[position++]!
      zigzag |= (byte & 0x7f) << shift
    }
    previous += (zigzag >>> 1) ^ -(zigzag & 1)
    values[k] = previous
  }
  if (position !== bytes.length) {
    throw new RangeError(`Cannot decode ${count} values: they must take ${bytes.length} bytes, got ${position}`)
  }
  return values
}
