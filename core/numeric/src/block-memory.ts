/**
 * Arrays for the work of one call, cut from larger blocks: engines take half a microsecond to make a typed array of more than 64 bytes that
 * has memory of its own, and a twentieth of that for a view.
 *
 * A block is never used twice, so that all numbers begin at zero. It lives as long as any array that was cut from it: what a caller keeps
 * should have memory of its own.
 */
const blockBytes = 1 << 15
/** Longer arrays have a block of their own: so no more than an eighth of one is left unused. */
const mostBytes = blockBytes >> 3
const unit = Float64Array.BYTES_PER_ELEMENT

let block = new ArrayBuffer(0)
let used = 0

/** That many zeros. */
export function zeros(length: number): Float64Array {
  const bytes = length * unit
  if (bytes > mostBytes) return new Float64Array(length)
  const place = placeFor(bytes)
  return new Float64Array(block, place, length)
}

/** That many whole numbers, all zero. */
export function integerZeros(length: number): Int32Array {
  const bytes = length * Int32Array.BYTES_PER_ELEMENT
  if (bytes > mostBytes) return new Int32Array(length)
  const place = placeFor(bytes)
  return new Int32Array(block, place, length)
}

/** The same numbers again. */
export function copied(values: Float64Array): Float64Array {
  const copy = zeros(values.length)
  copy.set(values)
  return copy
}

/** Where in the block so many bytes begin; another block where it has not so many left. */
function placeFor(bytes: number): number {
  if (used + bytes > block.byteLength) {
    block = new ArrayBuffer(blockBytes)
    used = 0
  }
  const place = used
  used += Math.ceil(bytes / unit) * unit
  return place
}
