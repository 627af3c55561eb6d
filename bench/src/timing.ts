/** Median seconds of one call, after warm-up: batches are long enough for the clock, and the median forgets disturbances. */
export function medianSeconds(work: () => unknown, { batches = 21, batchSeconds = 0.02 } = {}): number {
  const warmUpUntil = performance.now() + 400
  let calls = 0
  while (performance.now() < warmUpUntil || calls < 3) {
    work()
    calls++
  }
  const perBatch = Math.max(1, Math.round(batchSeconds / (0.4 / calls)))
  const seconds = Array.from({ length: batches }, () => {
    const start = performance.now()
    for (let i = 0; i < perBatch; i++) work()
    return (performance.now() - start) / 1000 / perBatch
  })
  return median(seconds)
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
