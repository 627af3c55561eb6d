/** V_t / V_{t−1} − 1 of an index that was above zero before its last entry; shape [n] for [n + 1]. */
export function indexReturns(index: Float64Array): Float64Array {
  const returns = new Float64Array(index.length - 1)
  for (let t = 0; t < returns.length; t++) returns[t] = index[t + 1]! / index[t]! - 1
  return returns
}

/** Zero or negative, as a fraction of the highest value so far; shape [n + 1]. */
export function indexDrawdown(index: Float64Array): Float64Array {
  const drawdown = new Float64Array(index.length)
  let highest = Number.NEGATIVE_INFINITY
  for (let t = 0; t < index.length; t++) {
    highest = Math.max(highest, index[t]!)
    drawdown[t] = index[t]! / highest - 1
  }
  return drawdown
}

/** Each entry over the first one. */
export function toIndex(values: Float64Array): Float64Array {
  const first = values[0]!
  return values.map((value) => value / first)
}
