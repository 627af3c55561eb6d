/** Σ aₖ·bₖ over the first `size` values, all of a by default, in their order. */
export function dot(a: Float64Array, b: Float64Array, size: number = a.length): number {
  let total = 0
  for (let k = 0; k < size; k++) total += a[k]! * b[k]!
  return total
}

/** Σ |aₖ·bₖ|: what the rounding of their dot product is measured against. */
export function sizeOfTerms(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let k = 0; k < a.length; k++) total += Math.abs(a[k]! * b[k]!)
  return total
}

/** Σ (aₖ − bₖ)². */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let k = 0; k < a.length; k++) total += (a[k]! - b[k]!) * (a[k]! - b[k]!)
  return total
}

/** Adds `times` the first `size` values of a. */
export function addTimes(c: Float64Array, a: Float64Array, { times, size }: { times: number; size: number }): void {
  if (times === 0) return
  for (let k = 0; k < size; k++) c[k] = c[k]! + times * a[k]!
}

/** The largest absolute value; 0 of none. */
export function largestOf(values: Float64Array): number {
  let largest = 0
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]!))
  return largest
}
