/** A scale from values to dots: `highest` at 0, `lowest` at `dots - 1`. */
export interface ValueScale {
  kind: 'linear' | 'logarithmic'
  lowest: number
  highest: number
  dots: number
}

/** Relative; what moves less is drawn as a value that stands still, since no two ticks could be told apart. */
const leastSpan = 1e-9

/** Logarithmic when the highest value is more than ten times the lowest: years of growth would flatten all that came before. */
export function valueScale(lowest: number, highest: number, dots: number): ValueScale {
  const kind = lowest > 0 && highest / lowest > 10 ? 'logarithmic' : 'linear'
  if (highest - lowest > leastSpan * Math.abs(highest)) return { kind, lowest, highest, dots }
  const margin = Math.abs(highest) * 0.01 || 1
  return { kind: 'linear', lowest: lowest - margin, highest: highest + margin, dots }
}

/** Unrounded and unclamped. */
export function dotPosition(value: number, { kind, lowest, highest, dots }: ValueScale): number {
  const position =
    kind === 'linear'
      ? (highest - value) / (highest - lowest)
      : (Math.log(highest) - Math.log(value)) / (Math.log(highest) - Math.log(lowest))
  return position * (dots - 1)
}

/** Round values within the scale, at most `most` of them, lowest first. */
export function roundTicks({ kind, lowest, highest }: ValueScale, most: number): number[] {
  return kind === 'linear' ? linearTicks(lowest, highest, most) : logarithmicTicks(lowest, highest, most)
}

function linearTicks(lowest: number, highest: number, most: number): number[] {
  const rough = (highest - lowest) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  for (const factor of [1, 2, 2.5, 5, 10, 20]) {
    const step = factor * power
    const first = Math.ceil(lowest / step)
    const count = Math.floor(highest / step) - first + 1
    if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step)
  }
  return []
}

function logarithmicTicks(lowest: number, highest: number, most: number): number[] {
  const [from, to] = [Math.floor(Math.log10(lowest)), Math.ceil(Math.log10(highest))]
  const powers = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = powers.flatMap((power) => factors.map((factor) => factor * power))
    const within = ticks.filter((tick) => tick >= lowest && tick <= highest)
    if (within.length <= most) return within
  }
  return powers.filter((tick) => tick >= lowest && tick <= highest).slice(-most)
}
