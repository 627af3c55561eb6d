import { accurateMean } from './accurate-mean.ts'
import type { EstimatorOptions, Returns, SharedRowsPolicy, ShrunkReturnEstimate } from './returns.ts'
import { shrunkMeans, squaredMahalanobis, steinSample } from './stein-sample.ts'

/**
 * Annual expected returns by the shrinkage of James and Stein: (1 − φ)·m + φ·b, with the grand mean b of the means m of a period,
 * φ = min(1, (N − 2)/(T·d)) and d = (m − b)'·S⁻¹·(m − b). For fewer than three assets φ is 0.
 *
 * Source: W. James, C. Stein, "Estimation with quadratic loss", Proceedings of the Fourth Berkeley Symposium, 1961.
 *
 * ```ts
 * const data = Float64Array.of(0.03, 0, 0, -0.01, 0.02, 0.01, 0.01, 0, 0.05, 0.01, 0.02, -0.02)
 * const { intensity } = jamesSteinExpectedReturns({ kind: 'returns', t: 4, n: 3, data }, { periodsPerYear: 12 })
 * assert.equal(intensity, 1)
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for T ≤ N, and when the covariance is singular
 */
export function jamesSteinExpectedReturns(returns: Returns, options: EstimatorOptions<SharedRowsPolicy>): ShrunkReturnEstimate {
  const sample = steinSample(returns, options, 1)
  const { t, n, means } = sample
  const center = accurateMean(means)
  const intensity = n < 3 ? 0 : Math.min(1, (n - 2) / (t * squaredMahalanobis(sample, center)))
  return shrunkMeans(sample, { center, intensity }, options.periodsPerYear)
}
