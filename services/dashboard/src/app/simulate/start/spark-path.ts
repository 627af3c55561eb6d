export interface Point {
  x: number
  y: number
}

export type SparkScale = (place: { at: number; value: number }) => Point

const margin = 3

/** Places values in a box: `at` from 0 to 1 along it, the lowest of all values at its foot. */
export function sparkScale(values: readonly number[], { width, height }: { width: number; height: number }): SparkScale {
  const low = Math.min(...values, 1)
  const high = Math.max(...values, 1)
  const span = high - low || 1
  return ({ at, value }) => ({ x: at * (width - 4), y: height - margin - ((value - low) / span) * (height - 2 * margin) })
}

/** The line through evenly spaced values. */
export function sparkPath(values: readonly number[], scale: SparkScale): string {
  return values
    .map((value, index) => {
      const { x, y } = scale({ at: index / Math.max(1, values.length - 1), value })
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}
