import { symmetricEigensystem } from '@portofino/numeric'
import { dot, squaredDistance } from '../engine/vectors.ts'
import { withoutNegativeEigenvalues } from './without-negative-eigenvalues.ts'

/**
 * The correlation matrix (positive semidefinite, 1 on the diagonal) nearest to a symmetric matrix in the Frobenius norm, by alternating
 * projections with Dykstra's correction until a step changes less than 1e-12 of the matrix.
 *
 * Source: N. J. Higham, "Computing the nearest correlation matrix: a problem from finance", IMA Journal of Numerical Analysis 22, 2002.
 *
 * @param matrix shape [n × n]
 * @returns shape [n × n]
 */
export function nearestCorrelation(matrix: Float64Array, n: number): Float64Array {
  let current = matrix
  let correction = new Float64Array(n * n)
  for (let round = 0; round < 1000; round++) {
    const corrected = current.map((value, at) => value - correction[at]!)
    const projected = withoutNegativeEigenvalues(symmetricEigensystem(corrected, n))
    correction = projected.map((value, at) => value - corrected[at]!)
    const next = projected.map((value, at) => (at % (n + 1) === 0 ? 1 : value))
    const change = squaredDistance(next, current)
    current = next
    if (change <= 1e-24 * dot(current, current)) break
  }
  return scaledToUnitDiagonal(withoutNegativeEigenvalues(symmetricEigensystem(current, n)), n)
}

/** Setting the diagonal would cost the last bits of definiteness; scaling does not. */
function scaledToUnitDiagonal(matrix: Float64Array, n: number): Float64Array {
  const scales = Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(matrix[i * n + i]!))
  return matrix.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return i === j ? 1 : value * (scales[i]! * scales[j]!)
  })
}
