import type { GrowingCholesky } from '@portofino/numeric'

/** Of rows, the reciprocal condition below which a solution misses them by more than rounding. */
const poor = 1e-4

/** A cheap estimate, from the diagonal of the factor; 1 of none. */
export function reciprocalConditionOf(factor: GrowingCholesky): number {
  let [least, most] = [Infinity, 0]
  for (let k = 0; k < factor.size; k++) {
    least = Math.min(least, factor.entry(k, k))
    most = Math.max(most, factor.entry(k, k))
  }
  const ratio = most === 0 ? 1 : least / most
  return ratio * ratio
}

/** Whether rows are so nearly dependent that what a solution misses them by has to be corrected. */
export function isPoor(factor: GrowingCholesky): boolean {
  return factor.size > 1 && reciprocalConditionOf(factor) < poor
}

/** Whether d'Md is more than what rounding leaves of its terms, and of `least`. */
export function isCurvedAlong(
  direction: Float64Array,
  { least, entry }: { least: number; entry: (i: number, j: number) => number },
): boolean {
  let [curvature, terms] = [0, least]
  for (let i = 0; i < direction.length; i++) {
    for (let j = 0; j < direction.length; j++) {
      const term = direction[i]! * direction[j]! * entry(i, j)
      curvature += term
      terms += Math.abs(term)
    }
  }
  return curvature > 1e-14 * terms
}
