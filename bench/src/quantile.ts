/** The value that a share of all does not exceed (0.99: all but one in a hundred); of an empty list NaN. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).toSorted()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Count and quantiles in milliseconds. */
export function spread(seconds: readonly number[]): string {
  const at = (share: number): string => `${(quantile(seconds, share) * 1000).toFixed(1)} ms`
  return `${seconds.length} measured; median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, longest ${at(1)}`
}
