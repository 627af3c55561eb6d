import { chosenParameter } from '../parameters.ts'
import { symmetricProduct } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { dot } from '../engine/vectors.ts'
import { columnMeans, deviations } from './columns.ts'
import type { ShrunkCovarianceEstimate } from './covariance-estimate.ts'
import type { EstimatorOptions, Returns, SharedRowsPolicy } from './returns.ts'
import { usableReturns } from './usable-returns.ts'

export interface ShrinkageOptions extends EstimatorOptions<SharedRowsPolicy> {
  /**
   * For migration only, and harmful: counts missing returns as zero, which draws variances and correlations down, and departs from the
   * papers as that library does. Takes the place of `nan`.
   */
  compat?: 'pyportfolioopt' | undefined
}

/** What a shrinkage is computed from, per period. */
export interface Sample {
  t: number
  n: number
  /** Returns less their means; shape [t × n]. */
  deviations: Float64Array
  /** X'X/T of the deviations; shape [n × n]. */
  moments: Float64Array
}

/** Where a matrix is drawn to, and how far. */
export interface Shrinkage {
  /** Shape [n × n]. */
  target: Float64Array
  /** Within 0..1. */
  intensity: number
}

/**
 * The sample of complete rows; under `compat` that of all rows that have a return at all, with zeros for gaps.
 *
 * @throws OptimizerInputError as for all estimators, and for an unknown `compat`
 */
export function shrinkageSample(returns: Returns, options: ShrinkageOptions): Sample {
  const { t, n, data } = isCompatible(options)
    ? zeroFilled(returns, options)
    : usableReturns(returns, options, { rows: 2, pairwise: false })
  const centered = deviations({ n, data }, columnMeans({ t, n, data }))
  return { t, n, deviations: centered, moments: symmetricProduct(centered, n).map((sum) => sum / t) }
}

export function isCompatible({ compat }: ShrinkageOptions): boolean {
  if (compat !== undefined) chosenParameter('compat', compat, ['pyportfolioopt'])
  return compat !== undefined
}

function zeroFilled(returns: Returns, { periodsPerYear }: ShrinkageOptions): { t: number; n: number; data: Float64Array } {
  const { t, n, data } = usableReturns(returns, { periodsPerYear, nan: 'pairwise' }, { rows: 2, pairwise: true })
  const rows = Array.from({ length: t }, (_, row) => data.subarray(row * n, (row + 1) * n))
  const filled = rows.filter((row) => row.some((value) => !Number.isNaN(value)))
  const values = Float64Array.from({ length: filled.length * n }, (_, at) => filled[Math.floor(at / n)]![at % n]!)
  return { t: filled.length, n, data: values.map((value) => (Number.isNaN(value) ? 0 : value)) }
}

/** Annual (1 − intensity)·matrix + intensity·target. */
export function shrunkEstimate(
  matrix: Float64Array,
  { target, intensity }: Shrinkage,
  { t, n, periodsPerYear }: { t: number; n: number; periodsPerYear: number },
): ShrunkCovarianceEstimate {
  const data = matrix.map((value, at) => ((1 - intensity) * value + intensity * target[at]!) * periodsPerYear)
  const covariance: DenseCovariance = { kind: 'dense', n, data }
  return { covariance, rows: new Int32Array(n * n).fill(t), intensity }
}

/**
 * Expected error of the sample over its squared distance from the target, within 0..1; 0 where the sample is the target but for rounding.
 *
 * @param size squared Frobenius norm of the sample
 */
export function clampedIntensity(error: number, { distance, size }: { distance: number; size: number }): number {
  if (distance <= 1e-28 * size) return 0
  return Math.min(Math.max(error / distance, 0), 1)
}

/** Σ ‖x·x'‖² over the rows x of the deviations: of their squared lengths, the squares. */
export function squaredLengths({ n, deviations: rows }: Sample): number {
  let total = 0
  for (let start = 0; start < rows.length; start += n) {
    const x = rows.subarray(start, start + n)
    const length = dot(x, x)
    total += length * length
  }
  return total
}

/** Sum of the diagonal. */
export function traceOf(matrix: Float64Array, n: number): number {
  return diagonalOf(matrix, n).reduce((total, value) => total + value, 0)
}

/** One variance for all assets, without correlation; shape [n × n]. */
export function equalVariances(variance: number, n: number): Float64Array {
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) matrix[i * n + i] = variance
  return matrix
}

/** Shape [n]. */
export function diagonalOf(matrix: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => matrix[i * n + i]!)
}
