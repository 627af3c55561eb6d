export interface RateLimitOptions {
  count: number
  windowMs: number
}

/** Seconds to wait, or 0 when the call may go on, which counts it. */
export type RateLimit = (key: string, now: Date) => number

/** More keys than this are swept for those whose window is over. */
const sweepAbove = 10_000

/** At most `count` calls of one key within any window, kept in this process. */
export function rateLimit({ count, windowMs }: RateLimitOptions): RateLimit {
  const calls = new Map<string, number[]>()
  const sweep = (start: number): void => {
    for (const [key, moments] of calls) if ((moments.at(-1) ?? 0) <= start) calls.delete(key)
  }
  return (key, now) => {
    const moment = now.getTime()
    const start = moment - windowMs
    if (calls.size > sweepAbove) sweep(start)
    const recent = (calls.get(key) ?? []).filter((each) => each > start)
    calls.set(key, recent)
    if (recent.length >= count) return Math.max(1, Math.ceil((recent[0]! - start) / 1000))
    recent.push(moment)
    return 0
  }
}
