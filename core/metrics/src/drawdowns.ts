import type { Day } from '@portofino/market'

/** A fall from a highest value until that value is seen again. */
export interface Drawdown {
  /** Last session at the highest value so far. */
  peak: Day
  /** First session at the lowest value in between. */
  trough: Day
  /** First session at or above the peak's value again; null while open. */
  recovery: Day | null
  /** Trough over peak − 1: below zero, not below −1. */
  depth: number
  /** From peak to recovery, or to the last session while open. */
  calendarDays: number
  sessions: number
  /** Calendar days from peak to trough. */
  daysToTrough: number
}

/**
 * Distance of each value from the highest so far, the first included: v_t/max_{s≤t} v_s − 1, within −1..0.
 *
 * ```ts
 * assert.deepEqual(drawdownSeries(Float64Array.of(1, 2, 1, 3)), Float64Array.of(0, 0, -0.5, 0))
 * ```
 *
 * @param values not negative, the first above zero; shape [n + 1]
 */
export function drawdownSeries(values: Float64Array): Float64Array {
  const depths = new Float64Array(values.length)
  let highest = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value >= highest) highest = value
    else depths[i] = value / highest - 1
  }
  return depths
}

/**
 * Every drawdown of a run, deepest first; equally deep ones by date.
 *
 * ```ts
 * const [worst] = drawdowns(Float64Array.of(1, 2, 1, 3), Int32Array.of(10, 11, 14, 16))
 * assert.deepEqual(worst, { peak: 11, trough: 14, recovery: 16, depth: -0.5, calendarDays: 5, sessions: 2, daysToTrough: 3 })
 * ```
 *
 * @param values not negative, the first above zero; shape [n + 1]
 * @param days strictly increasing; shape [n + 1]
 */
export function drawdowns(values: Float64Array, days: Int32Array): Drawdown[] {
  const depths = drawdownSeries(values)
  const found: Drawdown[] = []
  let peak = 0
  let trough: number | null = null
  for (let i = 1; i < depths.length; i++) {
    if (depths[i]! < 0) {
      if (trough === null || depths[i]! < depths[trough]!) trough = i
      continue
    }
    if (trough !== null) found.push(drawdown(days, { peak, trough, end: i, depth: depths[trough]!, open: false }))
    peak = i
    trough = null
  }
  if (trough !== null) found.push(drawdown(days, { peak, trough, end: depths.length - 1, depth: depths[trough]!, open: true }))
  return found.toSorted((a, b) => a.depth - b.depth)
}

interface Positions {
  peak: number
  trough: number
  end: number
  depth: number
  open: boolean
}

function drawdown(days: Int32Array, { peak, trough, end, depth, open }: Positions): Drawdown {
  return {
    peak: days[peak]!,
    trough: days[trough]!,
    recovery: open ? null : days[end]!,
    depth,
    calendarDays: days[end]! - days[peak]!,
    sessions: end - peak,
    daysToTrough: days[trough]! - days[peak]!,
  }
}
