/** Where in a chart the lines are: pixels around them, and their own. */
export interface PlotRoom {
  left: number
  right: number
  top: number
  width: number
  height: number
}

/** Below the plot: the labels of its time axis. */
export const axisHeight = 24

const letter = 6.9

/** Pixels of the longest of some labels, at 12 px. */
export function labelWidth(labels: readonly string[]): number {
  return labels.reduce((widest, { length }) => Math.max(widest, length * letter), 0)
}

/** The session nearest to a point of the chart. */
export function nearestSession(x: number, { left, width }: PlotRoom, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.round(((x - left) / width) * (count - 1))))
}
