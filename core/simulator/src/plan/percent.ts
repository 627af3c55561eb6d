/** "12.5" of a hundred as 0.125, with a single rounding. */
export function percentNumber(percent: string): number {
  return Number(`${percent}e-2`)
}

/** "5" of ten thousand as 0.0005. */
export function basisPointsNumber(bps: string): number {
  return Number(`${bps}e-4`)
}
