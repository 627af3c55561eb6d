interface LabelRoom {
  /** Between the middles of two labels, at least. */
  gap: number
  top: number
  bottom: number
}

/** Heights for labels that would lie on each other: as close to what they name as the room allows, in the same order. */
export function spreadLabels(heights: readonly number[], { gap, top, bottom }: LabelRoom): number[] {
  const order = heights.map((height, i) => ({ height: Math.max(top, height), i })).toSorted((a, b) => a.height - b.height)
  for (let k = 1; k < order.length; k++) order[k]!.height = Math.max(order[k]!.height, order[k - 1]!.height + gap)
  let limit = bottom
  for (const label of order.toReversed()) {
    label.height = Math.min(label.height, limit)
    limit = label.height - gap
  }
  const spread = Array.from(heights)
  for (const { height, i } of order) spread[i] = height
  return spread
}
