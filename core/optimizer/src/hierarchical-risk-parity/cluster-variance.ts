import type { DenseCovariance } from '../covariance/dense-covariance.ts'

/**
 * Variance of the inverse-variance portfolio of some assets: v'Σv with v_i = (1/σ_i²) / Σ(1/σ_j²).
 *
 * Zero where the risks cancel out to within rounding; below zero only for a matrix that is not positive semidefinite.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(1, 0, 0, 1) }
 * assert.equal(clusterVariance(covariance, [0, 1]), 0.5)
 * ```
 *
 * @param members numbers of assets that vary
 */
export function clusterVariance({ n, data }: DenseCovariance, members: readonly number[]): number {
  let total = 0
  let size = 0
  let inverses = 0
  for (const i of members) {
    const inverse = 1 / data[i * n + i]!
    inverses += inverse
    for (const j of members) {
      const term = (data[i * n + j]! / data[j * n + j]!) * inverse
      total += term
      size += Math.abs(term)
    }
  }
  const isRounding = total > -1e-10 * size && total <= members.length * Number.EPSILON * size
  return isRounding ? 0 : total / inverses / inverses
}
