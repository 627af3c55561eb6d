/**
 * Probability of the tail beyond a confidence level, 0.05 for 0.95, without the rounding error of the subtraction:
 * a level counts up to its ninth decimal.
 *
 * @throws RangeError unless the level lies between 0 and 1, both excluded
 */
export function tailShare(confidence: number): number {
  return tailParts(confidence) / PARTS
}

/**
 * How many of n returns make up the tail: ⌈(1 − confidence)·n⌉, exact because it is computed on whole numbers.
 *
 * @throws RangeError unless the level lies between 0 and 1, both excluded
 */
export function tailCount(confidence: number, count: number): number {
  return Math.ceil((tailParts(confidence) * count) / PARTS)
}

const PARTS = 1e9

function tailParts(confidence: number): number {
  const parts = Math.round((1 - confidence) * PARTS)
  if (!(parts > 0 && parts < PARTS)) {
    throw new RangeError(`Cannot look at a tail: the confidence level must lie between 0 and 1, got ${confidence}`)
  }
  return parts
}
