/**
 * Quantile of type 7: linear between the two order statistics around (n − 1)·p, as in R and NumPy by default.
 *
 * Null for no values. Finds the order statistics by quickselect on a copy: linear time on average, no sort.
 *
 * Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
 *
 * ```ts
 * assert.equal(quantile(Float64Array.of(4, 1, 3, 2), 0.5), 2.5)
 * ```
 *
 * @param values finite numbers in any order, left as they are; shape [n]
 * @param p within 0..1, else a RangeError
 */
export function quantile(values: Float64Array, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Cannot take a quantile: p must be within 0..1, got ${p}`)
  const n = values.length
  if (n === 0) return null
  const position = (n - 1) * p
  const below = Math.floor(position)
  const copy = Float64Array.from(values)
  const low = select(copy, below)
  if (below === position) return low
  return low + (position - below) * (smallest(copy, below + 1) - low)
}

/** Puts the k-th smallest value at position k, smaller ones before and larger ones behind it, and returns it. */
export function select(values: Float64Array, k: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = medianOfThree(values[left]!, values[(left + right) >> 1]!, values[right]!)
    let i = left
    let j = right
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i <= j) {
        const swapped = values[i]!
        values[i++] = values[j]!
        values[j--] = swapped
      }
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return values[k]!
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

function smallest(values: Float64Array, from: number): number {
  let result = values[from]!
  for (let i = from + 1; i < values.length; i++) if (values[i]! < result) result = values[i]!
  return result
}
