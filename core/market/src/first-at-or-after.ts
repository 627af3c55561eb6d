/**
 * Position of the first value that is not before another, in ascending order; the length where there is none. Days are compared
 * as numbers or as ISO text.
 *
 * ```ts
 * assert.equal(firstAtOrAfter(Int32Array.of(2, 4, 6), 3), 1)
 * assert.equal(firstAtOrAfter(['2020-01-02', '2020-01-03'], '2020-01-04'), 2)
 * ```
 */
export function firstAtOrAfter<Value extends number | string>(ascending: ArrayLike<Value>, value: Value): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
