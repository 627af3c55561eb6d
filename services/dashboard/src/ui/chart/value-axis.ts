import { levelTicks } from './level-ticks.ts'
import { linearScale, logScale, roundLevels, roundSpan } from './scale.ts'
import type { Span } from './scale.ts'

export interface ValueAxis {
  low: number
  high: number
  ticks: number[]
  /** Decimals that tell the ticks apart. */
  decimals: number
  /** Equal distances are equal growth. */
  isLog: boolean
}

interface AxisWish {
  /** Roughly so many. */
  count: number
  /** A level that must be on the axis: zero of returns. */
  include?: number
  isLog?: boolean
}

type Column = readonly (number | null)[]

function ends(columns: readonly Column[], include?: number): [number, number] {
  let low = include ?? Number.POSITIVE_INFINITY
  let high = include ?? Number.NEGATIVE_INFINITY
  for (const value of columns.flat()) {
    if (value === null) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > high ? [0, 1] : [low, high]
}

/** Round levels around all values; from 0 to 1 for no values. */
export function valueAxis(columns: readonly Column[], { count, include, isLog = false }: AxisWish): ValueAxis {
  let [low, high] = ends(columns, include)
  if (isLog && low > 0) return { low, high, ticks: levelTicks({ low, high }, { count, isLog }), decimals: 0, isLog }
  if (low === high) [low, high] = widened(low)
  const [from, to] = roundSpan([low, high], count)
  const ticks = roundLevels([from, to], count)
  return { low: from, high: to, ticks, decimals: levelDecimals(ticks), isLog: false }
}

/** From the values of an axis to pixels. */
export function levelScale({ low, high, isLog }: ValueAxis, [bottom, top]: Span): (value: number) => number {
  return isLog ? logScale([low, high], [bottom, top]) : linearScale([low, high], [bottom, top])
}

/** Room around a line that does not move. */
function widened(level: number): [number, number] {
  const room = Math.max(Math.abs(level) * 0.1, 0.01)
  return [level - room, level + room]
}

/** Decimals that tell round levels apart; zero for a single one. */
export function levelDecimals([first, second]: readonly number[]): number {
  if (first === undefined || second === undefined) return 0
  return Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9))
}
