import { dot, squaredDistance } from '../engine/vectors.ts'
import { clampedIntensity, equalVariances, squaredLengths, traceOf } from './shrinkage.ts'
import type { Sample, Shrinkage } from './shrinkage.ts'

/**
 * Toward the average variance, without correlation.
 *
 * Source: O. Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", Journal of Multivariate Analysis
 * 88, 2004.
 */
export function constantVariance(sample: Sample): Shrinkage {
  const { t, n, moments } = sample
  const target = equalVariances(traceOf(moments, n) / n, n)
  const size = dot(moments, moments)
  // The mean of ‖x·x' − S‖² over rows x, over T.
  const error = (squaredLengths(sample) / t - size) / t
  return { target, intensity: clampedIntensity(error, { distance: squaredDistance(moments, target), size }) }
}
