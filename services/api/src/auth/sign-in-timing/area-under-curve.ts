/** How often a value of the first sample is above one of the second, ties half: 0.5 when they cannot be told apart. */
export function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  let above = 0
  for (const a of first) for (const b of second) above += a > b ? 1 : a === b ? 0.5 : 0
  return above / (first.length * second.length)
}

/** Standard error of that where both are of one distribution (Hanley and McNeil, 1982, at 0.5). */
export function standardError(count: number): number {
  return Math.sqrt((2 * count + 1) / (12 * count * count))
}
