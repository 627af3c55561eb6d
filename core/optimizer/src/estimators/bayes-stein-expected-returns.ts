import { forwardSolution, sumOfProducts } from '@portofino/numeric'
import type { EstimatorOptions, Returns, SharedRowsPolicy, ShrunkReturnEstimate } from './returns.ts'
import { shrunkMeans, squaredMahalanobis, steinSample } from './stein-sample.ts'

/**
 * Annual expected returns by Jorion's shrinkage: (1 − φ)·m + φ·b, with b = 1'Σ⁻¹m/1'Σ⁻¹1 the mean of the portfolio of least variance,
 * φ = (N + 2)/(N + 2 + T·d), d = (m − b)'·Σ⁻¹·(m − b) and Σ = S·(T − 1)/(T − N − 2).
 *
 * Source: P. Jorion, "Bayes-Stein estimation for portfolio analysis", Journal of Financial and Quantitative Analysis 21, 1986.
 *
 * ```ts
 * // One asset is its own portfolio of least variance.
 * const returns = { kind: 'returns', t: 4, n: 1, data: Float64Array.of(0.01, 0.03, 0, 0.02) } as const
 * const { expectedReturns, intensity } = bayesSteinExpectedReturns(returns, { periodsPerYear: 12 })
 * assert.deepEqual([expectedReturns[0].toFixed(12), intensity], ['0.180000000000', 1])
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for T ≤ N + 2, and when the covariance is singular
 */
export function bayesSteinExpectedReturns(returns: Returns, options: EstimatorOptions<SharedRowsPolicy>): ShrunkReturnEstimate {
  const sample = steinSample(returns, options, 3)
  const { t, n, means, factor } = sample
  const ones = forwardSolution(factor, new Float64Array(n).fill(1))
  // The factor of Σ cancels here.
  const center = sumOfProducts(ones, forwardSolution(factor, means)) / sumOfProducts(ones, ones)
  const distance = (squaredMahalanobis(sample, center) * (t - n - 2)) / (t - 1)
  return shrunkMeans(sample, { center, intensity: (n + 2) / (n + 2 + t * distance) }, options.periodsPerYear)
}
