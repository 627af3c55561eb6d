/** How far a weight may drift. Infinity where a part is absent. */
export interface Band {
  /** As a fraction of the portfolio. */
  absolute: number
  /** As a fraction of the target weight. */
  relative: number
}

/** A weight that stands on the border by arithmetic may be a rounding error beyond it. */
const rounding = 1e-12

/**
 * Whether any weight differs from its target by more than the narrower of the two parts. On the border is still inside.
 *
 * ```ts
 * const targets = Float64Array.of(0.6, 0.1)
 * const band = { absolute: 0.05, relative: 0.25 }
 * assert.equal(isOutsideBand(band, Float64Array.of(0.64, 0.12), targets), false)
 * assert.equal(isOutsideBand(band, Float64Array.of(0.6, 0.13), targets), true)
 * ```
 *
 * @param weights signed fractions before trading; shape [n]
 * @param targets signed fractions; shape [n]
 */
export function isOutsideBand({ absolute, relative }: Band, weights: Float64Array, targets: Float64Array): boolean {
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!
    const share = relative === Number.POSITIVE_INFINITY ? relative : relative * Math.abs(target)
    if (Math.abs(weights[i]! - target) > Math.min(absolute, share) + rounding) return true
  }
  return false
}
