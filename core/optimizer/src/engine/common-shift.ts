import type { Sparse } from './hessian.ts'
import type { QuadraticProgram } from './quadratic-program.ts'

type Bounds = Pick<QuadraticProgram, 'lower' | 'upper'>

const mostRounds = 60
const rounding = 1e-10

/**
 * What to add to each value so that they, cut off at the bounds of their columns, add up to a total that the bounds allow.
 *
 * Newton's method, held between what brings all values to lower bounds and what brings them to upper ones.
 */
export function commonShift({ columns, values, count }: Sparse, { lower, upper }: Bounds, total: number): number {
  let [least, most] = [Infinity, -Infinity]
  for (let k = 0; k < count; k++) {
    least = Math.min(least, lower[columns[k]!]! - values[k]!)
    most = Math.max(most, upper[columns[k]!]! - values[k]!)
  }
  let shift = 0
  for (let round = 0; round < mostRounds; round++) {
    let [left, movable] = [total, 0]
    for (let k = 0; k < count; k++) {
      const value = values[k]! + shift
      const within = Math.min(Math.max(value, lower[columns[k]!]!), upper[columns[k]!]!)
      if (within === value) movable += 1
      left -= within
    }
    if (Math.abs(left) <= rounding) break
    if (left > 0) least = shift
    else most = shift
    const next = shift + left / movable
    shift = next > least && next < most ? next : (least + most) / 2
  }
  return shift
}
