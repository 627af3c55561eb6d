import { squaredDistance } from '../engine/vectors.ts'

/**
 * Euclidean distances between the columns of a symmetric matrix: of how alike two assets are to all others.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016.
 *
 * ```ts
 * assert.deepEqual(columnDistance(Float64Array.of(0, 3, 3, 0), 2), Float64Array.of(0, Math.sqrt(18), Math.sqrt(18), 0))
 * ```
 *
 * @param matrix shape [n × n]
 * @returns shape [n × n]
 */
export function columnDistance(matrix: Float64Array, n: number): Float64Array {
  const columns = Array.from({ length: n }, (_, i) => matrix.subarray(i * n, (i + 1) * n))
  const distance = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      distance[i * n + j] = distance[j * n + i] = Math.sqrt(squaredDistance(columns[i]!, columns[j]!))
    }
  }
  return distance
}
