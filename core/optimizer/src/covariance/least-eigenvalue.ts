import { binaryExponent, powerOfTwo } from '@portofino/numeric'
import { dot, largestOf } from '../engine/vectors.ts'
import { factorWithinRounding } from './factor-within-rounding.ts'

const rounds = 60

/**
 * About the smallest eigenvalue of a symmetric matrix without negative ones, from above: what inverse iteration comes to in a few rounds.
 *
 * @param data row-major; shape [n × n]
 */
export function leastEigenvalueEstimate(data: Float64Array, n: number): number {
  const factor = factorWithinRounding(data, n)
  if (factor === null) return 0
  // Signs and sizes that no structured matrix is likely to have as an eigenvector of another eigenvalue.
  let direction = Float64Array.from({ length: n }, (_, i) => 1 - 2 * ((i * 0.618_033_988_749_894_9) % 1))
  let least = Infinity
  for (let round = 0; round < rounds; round++) {
    factor.solve(direction)
    // By a power of two first, which takes nothing of the digits: squares must neither overflow nor vanish.
    const unit = powerOfTwo(binaryExponent(largestOf(direction)))
    direction = direction.map((value) => value / unit)
    const length = Math.sqrt(dot(direction, direction))
    direction = direction.map((value) => value / length)
    least = Math.min(least, curvature(data, direction))
  }
  return Math.max(0, least)
}

function curvature(data: Float64Array, direction: Float64Array): number {
  const n = direction.length
  let total = 0
  for (let i = 0; i < n; i++) total += direction[i]! * dot(data.subarray(i * n, i * n + n), direction)
  return total
}
