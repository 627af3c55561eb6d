import type { DenseCovariance } from './dense-covariance.ts'

/** Volatilities and correlations behind a covariance in which every asset varies. */
interface Correlations {
  /** Shape [n]. */
  volatilities: Float64Array
  /** Symmetric to the bit, 1 on the diagonal, within −1..1; shape [n × n]. */
  correlations: Float64Array
}

/** Splits a covariance; reads the lower triangle. */
export function correlationsOf({ n, data }: DenseCovariance): Correlations {
  const volatilities = new Float64Array(n)
  for (let i = 0; i < n; i++) volatilities[i] = Math.sqrt(data[i * n + i]!)
  const correlations = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    correlations[i * n + i] = 1
    for (let j = 0; j < i; j++) {
      const value = data[i * n + j]! / volatilities[i]! / volatilities[j]!
      correlations[i * n + j] = correlations[j * n + i] = Math.min(Math.max(value, -1), 1)
    }
  }
  return { volatilities, correlations }
}
