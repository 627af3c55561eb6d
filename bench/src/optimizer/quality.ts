import type { Problem } from '@portofino/optimizer'
import type { Quality } from '../table.ts'

/** How far weights of a long-only, fully invested portfolio are from one. */
export function violation(weights: ArrayLike<number>): number {
  let [sum, outside] = [0, 0]
  for (let k = 0; k < weights.length; k++) {
    sum += weights[k]!
    outside = Math.max(outside, -weights[k]!, weights[k]! - 1)
  }
  return Math.max(outside, Math.abs(sum - 1))
}

export function varianceOf({ covariance: { n, data } }: Problem, weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < n; i++) {
    if (weights[i] === 0) continue
    let row = 0
    for (let j = 0; j < n; j++) row += data[i * n + j]! * weights[j]!
    total += weights[i]! * row
  }
  return total
}

export function returnOf({ expectedReturns }: Problem, weights: ArrayLike<number>): number {
  return expectedReturns!.reduce((total, value, k) => total + value * weights[k]!, 0)
}

/** Both sides' violations, and by how much the peer's objective, smaller being better, is worse than ours. */
export function compared(
  objective: (weights: ArrayLike<number>) => number,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number> | undefined,
): Quality {
  if (theirs === undefined) return { ours: violation(ours), peer: null, gap: null }
  const own = objective(ours)
  return { ours: violation(ours), peer: violation(theirs), gap: (objective(theirs) - own) / Math.abs(own) }
}

/** The worst of several. */
export function worst(all: readonly Quality[]): Quality {
  return {
    ours: largest(all.map(({ ours }) => ours)) ?? 0,
    peer: largest(all.map(({ peer }) => peer)),
    gap: largest(all.map(({ gap }) => gap)),
  }
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}
