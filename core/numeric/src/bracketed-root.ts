/** Ends of an interval in which a function changes its sign. */
export interface Bracket {
  low: number
  high: number
}

/**
 * Zero of a continuous function between two points where its signs differ, to the last bits of double precision.
 *
 * Inverse quadratic interpolation where it is trustworthy, else bisection; about ten evaluations for a smooth function,
 * never more than bisection needs by a small factor. An end at which the function is zero is returned at once.
 *
 * Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
 * without using derivatives", Advances in Engineering Software 28, 1997.
 *
 * ```ts
 * const root = bracketedRoot((x) => x * x - 2, { low: 0, high: 2 })
 * assert.equal(root.toFixed(12), Math.SQRT2.toFixed(12))
 * ```
 *
 * @throws RangeError when the function has the same sign at both ends, or no value there
 */
export function bracketedRoot(f: (x: number) => number, { low, high }: Bracket): number {
  let near = { x: low, y: f(low) }
  let opposite = { x: high, y: f(high) }
  if (near.y === 0) return low
  if (opposite.y === 0) return high
  if (!(near.y * Math.sign(opposite.y) < 0)) {
    throw new RangeError(
      `Cannot find a root: the function must change its sign between ${low} and ${high}, got ${near.y} and ${opposite.y}`,
    )
  }
  let share = 0.5
  for (;;) {
    const x = near.x + share * (opposite.x - near.x)
    const point = { x, y: f(x) }
    let previous = opposite
    if (Math.sign(point.y) === Math.sign(near.y)) previous = near
    else opposite = near
    near = point
    const best = Math.abs(opposite.y) < Math.abs(near.y) ? opposite : near
    const tolerance = 2 * Number.EPSILON * Math.abs(best.x) + Number.MIN_VALUE
    const smallestShare = tolerance / Math.abs(opposite.x - near.x)
    if (best.y === 0 || !(smallestShare <= 0.5)) return best.x
    share = Math.min(Math.max(interpolatedShare(near, opposite, previous), smallestShare), 1 - smallestShare)
  }
}

interface Point {
  x: number
  y: number
}

/** Where the parabola through the three points, taken as x over y, meets zero, counted from `near` toward `opposite`; else the middle. */
function interpolatedShare(near: Point, opposite: Point, previous: Point): number {
  const xi = (near.x - opposite.x) / (previous.x - opposite.x)
  const phi = (near.y - opposite.y) / (previous.y - opposite.y)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  const toOpposite = (near.y / (opposite.y - near.y)) * (previous.y / (opposite.y - previous.y))
  const toPrevious = (near.y / (previous.y - near.y)) * (opposite.y / (previous.y - opposite.y))
  const share = toOpposite + ((previous.x - near.x) / (opposite.x - near.x)) * toPrevious
  return Number.isFinite(share) ? share : 0.5
}
