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

export interface Spread {
  median: number
  least: number
  most: number
}

export function spreadOf(seconds: readonly number[]): Spread {
  return { median: median(seconds), least: Math.min(...seconds), most: Math.max(...seconds) }
}

/** Seconds of single calls for about so long, and at least thrice, after a warm-up; for work that takes longer than the clock's grain. */
export function measured(work: () => unknown, { seconds = 1.5, least = 3 } = {}): Spread {
  const warmUpUntil = performance.now() + 500 * seconds
  do work()
  while (performance.now() < warmUpUntil)
  const found: number[] = []
  const until = performance.now() + 1000 * seconds
  while (found.length < least || performance.now() < until) {
    const start = performance.now()
    work()
    found.push((performance.now() - start) / 1000)
  }
  return spreadOf(found)
}
