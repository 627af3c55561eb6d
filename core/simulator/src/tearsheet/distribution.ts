import { moments } from '@portofino/metrics'
import type { Distribution } from '../tearsheet.ts'

interface Width {
  digits: number
  /** The width is digits · 10^exponent. */
  exponent: number
}

/** Times powers of ten, these are round widths, none more than double the one before. */
const roundDigits = [10, 20, 25, 50]
const maximumBins = 40
/** Returns this close are one bar: narrower bins would show rounding. */
const indistinct = 1e-9
const onePercentagePoint: Width = { digits: 10, exponent: -3 }

/**
 * Counts returns in bins of a round width, one of which begins at zero or would: the narrowest width with at most 40
 * bins from the worst to the best return, which makes about 20 or more. No bins for no returns.
 *
 * @param returns finite; shape [n]
 */
export function distribution(returns: Float64Array): Distribution {
  const edges = returns.length === 0 ? [] : binEdges(returns)
  const counts = edges.slice(1).map(() => 0)
  for (const value of returns) counts[binOf(value, edges)]! += 1
  const { count, mean, deviation } = moments(returns)
  return { edges, counts, mean: count < 1 ? null : mean, deviation: count < 2 ? null : deviation }
}

function binEdges(returns: Float64Array): number[] {
  const range = {
    lowest: returns.reduce((lowest, value) => Math.min(lowest, value)),
    highest: returns.reduce((highest, value) => Math.max(highest, value)),
  }
  const narrowest = (range.highest - range.lowest) / maximumBins
  if (narrowest <= indistinct / maximumBins) return edgesOfWidth(range, onePercentagePoint)
  const exponent = Math.floor(Math.log10(narrowest)) - 1
  const widths = [exponent, exponent + 1].flatMap((power) => roundDigits.map((digits) => ({ digits, exponent: power })))
  return widths.map((width) => edgesOfWidth(range, width)).find((edges) => edges.length <= maximumBins + 1)!
}

function edgesOfWidth({ lowest, highest }: { lowest: number; highest: number }, { digits, exponent }: Width): number[] {
  // Dividing by a power of ten gives the double nearest to the decimal number, which multiplying by 0.01 does not.
  const edge = (k: number): number => (exponent < 0 ? (k * digits) / 10 ** -exponent : k * digits * 10 ** exponent)
  // The quotient may be rounded to the other side of a whole number.
  let first = Math.floor(lowest / edge(1))
  if (edge(first) > lowest) first -= 1
  else if (edge(first + 1) <= lowest) first += 1
  let last = Math.ceil(highest / edge(1))
  if (edge(last) < highest) last += 1
  else if (edge(last - 1) >= highest) last -= 1
  last = Math.max(first + 1, last)
  return Array.from({ length: last - first + 1 }, (_, i) => edge(first + i))
}

function binOf(value: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (edges[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
