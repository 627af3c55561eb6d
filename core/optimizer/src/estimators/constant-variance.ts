import { clampedIntensity, diagonalOf, innerProduct, squaredDistance } from './shrinkage.ts'
import type { Sample, Shrinkage } from './shrinkage.ts'

/**
 * Toward the average variance, without correlation.
 *
 * Source: O. Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", Journal of Multivariate Analysis
 * 88, 2004.
 */
export function constantVariance({ t, n, deviations, moments }: Sample): Shrinkage {
  let trace = 0
  for (const variance of diagonalOf(moments, n)) trace += variance
  const target = new Float64Array(n * n)
  for (let i = 0; i < n; i++) target[i * n + i] = trace / n
  // Σ over rows of ‖x·x' − S‖², of which ‖x·x'‖ is the squared length of x.
  let fourth = 0
  for (let row = 0; row < t; row++) {
    let length = 0
    for (let at = row * n; at < (row + 1) * n; at++) length += deviations[at]! * deviations[at]!
    fourth += length * length
  }
  const size = innerProduct(moments, moments)
  const error = (fourth / t - size) / t
  return { target, intensity: clampedIntensity(error, { distance: squaredDistance(moments, target), size }) }
}
