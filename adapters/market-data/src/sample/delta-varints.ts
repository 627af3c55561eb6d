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
  let [position, previous] = [0, 0]
  for (let k = 0; k < count; k++) {
    let [zigzag, shift, byte] = [0, 0, 0]
    do {
      byte = bytes[position++] ?? 0
      zigzag |= (byte & 0x7f) << shift
      shift += 7
    } while (byte > 0x7f)
    previous += (zigzag >>> 1) ^ -(zigzag & 1)
    values[k] = previous
  }
  if (position !== bytes.length) {
    throw new RangeError(`Cannot decode ${count} values: they must take ${bytes.length} bytes, got ${position}`)
  }
  return values
}
