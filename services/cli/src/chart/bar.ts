export interface BarScale {
  /** At most zero. */
  lowest: number
  /** At least zero. */
  highest: number
  /** Characters. */
  width: number
}

/** A horizontal bar from the common zero to the value, in halves of a character; as wide as the scale. */
export function bar(value: number, { lowest, highest, width }: BarScale): string {
  const halves = 2 * width
  const span = highest - lowest
  if (span === 0) return ' '.repeat(width)
  const zero = Math.round((-lowest / span) * halves)
  const end = Math.round(((value - lowest) / span) * halves)
  const thin = end === zero && value !== 0
  const [from, to] = value < 0 ? [Math.min(end, thin ? zero - 1 : zero), zero] : [zero, Math.max(end, thin ? zero + 1 : zero)]
  const filled = (half: number): boolean => half >= from && half < to
  return Array.from({ length: width }, (_, column) => halfBlock(filled(2 * column), filled(2 * column + 1))).join('')
}

function halfBlock(left: boolean, right: boolean): string {
  if (left && right) return '█'
  if (left) return '▌'
  return right ? '▐' : ' '
}
