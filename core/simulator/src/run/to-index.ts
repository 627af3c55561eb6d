/** Each entry over the first one. */
export function toIndex(values: Float64Array): Float64Array {
  const first = values[0]!
  return values.map((value) => value / first)
}
