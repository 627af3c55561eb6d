/** Positions of the last session of each month. */
export function monthEnds(dates: readonly string[]): number[] {
  return dates.flatMap((date, i) => (date.slice(0, 7) === dates[i + 1]?.slice(0, 7) ? [] : [i]))
}
