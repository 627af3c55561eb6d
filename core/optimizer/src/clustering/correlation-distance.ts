/**
 * Distances of assets by correlation, d_ij = √((1−ρ_ij)/2): 0 for copies, √½ for the uncorrelated, 1 for mirror images.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016.
 *
 * ```ts
 * assert.deepEqual(correlationDistance(Float64Array.of(1, -1, -1, 1)), Float64Array.of(0, 1, 1, 0))
 * ```
 *
 * @param correlations within −1..1, 1 on the diagonal; shape [n × n]
 * @returns shape [n × n]
 */
export function correlationDistance(correlations: Float64Array): Float64Array {
  return correlations.map((value) => Math.sqrt((1 - value) / 2))
}
