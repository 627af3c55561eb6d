import { symmetricProduct } from '@portofino/numeric'
import type { Eigensystem } from '@portofino/numeric'

/**
 * Σ max(λᵢ, 0)·vᵢ·vᵢᵀ: in the Frobenius norm, the nearest positive semidefinite matrix to Σ λᵢ·vᵢ·vᵢᵀ.
 *
 * Source: N. J. Higham, "Computing a nearest symmetric positive semidefinite matrix", Linear Algebra and its Applications 103, 1988.
 */
export function withoutNegativeEigenvalues({ values, vectors }: Eigensystem): Float64Array {
  const n = values.length
  const scaled = vectors.map((entry, at) => entry * Math.sqrt(Math.max(values[Math.floor(at / n)]!, 0)))
  return symmetricProduct(scaled, n)
}
