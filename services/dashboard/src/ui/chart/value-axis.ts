import { scaleLinear } from 'd3-scale'

export interface ValueAxis {
  low: number
  high: number
  ticks: number[]
  /** Decimals that tell the ticks apart. */
  decimals: number
}

export interface AxisWish {
  /** Roughly so many. */
  count: number
  /** A level that must be on the axis: zero of returns. */
  include?: number
}

/** Round levels around all values; from 0 to 1 for no values. */
export function valueAxis(columns: readonly (readonly (number | null)[])[], { count, include }: AxisWish): ValueAxis {
  let low = include ?? Number.POSITIVE_INFINITY
  let high = include ?? Number.NEGATIVE_INFINITY
  for (const column of columns) {
    for (const value of column) {
      if (value === null) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  if (low > high) [low, high] = [0, 1]
  if (low === high) [low, high] = widened(low)
  const scale = scaleLinear([low, high], [0, 1]).nice(count)
  const ticks = scale.ticks(count)
  const [from, to] = scale.domain() as [number, number]
  return { low: from, high: to, ticks, decimals: decimalsOf(ticks) }
}

/** Room around a line that does not move. */
function widened(level: number): [number, number] {
  const room = Math.max(Math.abs(level) * 0.1, 0.01)
  return [level - room, level + room]
}

function decimalsOf([first, second]: readonly number[]): number {
  if (first === undefined || second === undefined) return 0
  return Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9))
}
