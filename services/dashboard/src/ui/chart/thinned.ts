/**
 * Which points of a long line to draw: of each pixel column the first, lowest, highest and last one, so that the drawn line covers the
 * same pixels as the whole. Points without a value are kept only where a gap begins.
 *
 * @param values one entry a session, null where undefined
 * @param columns pixels that the line has, at least 1
 * @returns positions in `values`, increasing; all of them when they are few
 */
export function thinned(values: readonly (number | null)[], columns: number): number[] {
  const count = values.length
  if (count <= 4 * columns) return Array.from(values, (_, i) => i)
  const kept: number[] = []
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * count) / columns)
    const to = Math.floor(((column + 1) * count) / columns)
    kept.push(...columnPoints(values, from, to))
  }
  return kept
}

function columnPoints(values: readonly (number | null)[], from: number, to: number): number[] {
  let lowest = -1
  let highest = -1
  let gap = -1
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (value === null) {
      if (gap === -1) gap = i
      continue
    }
    if (lowest === -1 || value < values[lowest]!) lowest = i
    if (highest === -1 || value > values[highest]!) highest = i
  }
  const points = [from, lowest, highest, gap, to - 1].filter((i) => i !== -1)
  return [...new Set(points)].toSorted((a, b) => a - b)
}
