import { choleskyFactor, choleskySolution, sumOfProducts, type CholeskyFactor } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { ViewRow } from './view-rows.ts'

/** PτΣP' + Ω, factored, without the views that others already say. */
export interface ViewSystem {
  rows: readonly ViewRow[]
  /** ΣP', of each asset with what each view is about; shape [n × rows]. */
  covariances: Float64Array
  /** Q − Pπ; shape [rows]. */
  surprise: Float64Array
  /** Of (PτΣP' + Ω)/τ. */
  factor: CholeskyFactor
}

type ViewSystemOutcome =
  | { consistent: true; system: ViewSystem }
  /** The last of these views differs from what the exact ones before it, and the prior where nothing varies, imply. */
  | { consistent: false; views: number[]; value: number; implied: number }

interface Prior {
  returns: Float64Array
  covariance: DenseCovariance
}

/** A pivot at or below this share of its diagonal belongs to a view that follows from exact views before it. */
const dependence = 1e-12
/** Differences of this share are rounding errors. */
const negligible = 1e-9

/**
 * Builds the system of the views. Everything is divided by τ, which cancels out where every ω is a multiple of τ·pΣp'.
 *
 * A view that follows from exact ones before it is left out when it agrees with them.
 */
export function viewSystem(views: readonly ViewRow[], prior: Prior): ViewSystemOutcome {
  let rows = [...views]
  for (;;) {
    const covariances = covariancesWith(rows, prior.covariance)
    const { matrix, surprise } = equations(rows, covariances, prior)
    const factor = choleskyFactor(matrix, rows.length, dependence)
    if (factor.positive) return { consistent: true, system: { rows, covariances, surprise, factor } }
    const last = factor.pivot
    const { shares, implied } = impliedSurprise(matrix, surprise, { last, k: rows.length })
    const { value, index } = rows[last]!
    const expected = value - surprise[last]!
    const scale = Math.max(Math.abs(value), Math.abs(expected), Math.abs(expected + implied))
    if (Math.abs(surprise[last]! - implied) > negligible * scale) {
      const before = rows.filter((_, k) => Math.abs(shares[k] ?? 0) > negligible).map((row) => row.index)
      return { consistent: false, views: [...before, index], value, implied: expected + implied }
    }
    rows = rows.filter((_, k) => k !== last)
  }
}

function covariancesWith(rows: readonly ViewRow[], { n, data }: DenseCovariance): Float64Array {
  const covariances = new Float64Array(n * rows.length)
  for (let i = 0; i < n; i++) {
    const own = data.subarray(i * n, i * n + n)
    for (const [k, { coefficients }] of rows.entries()) covariances[i * rows.length + k] = sumOfProducts(own, coefficients)
  }
  return covariances
}

function equations(
  rows: readonly ViewRow[],
  covariances: Float64Array,
  { returns, covariance }: Prior,
): { matrix: Float64Array; surprise: Float64Array } {
  const k = rows.length
  const matrix = new Float64Array(k * k)
  for (let b = 0; b < k; b++) {
    const column = returns.map((_, i) => covariances[i * k + b]!)
    for (let a = b; a < k; a++) matrix[a * k + b] = matrix[b * k + a] = sumOfProducts(rows[a]!.coefficients, column)
  }
  for (const [a, row] of rows.entries()) {
    if (!doesVary(row, matrix[a * k + a]!, covariance)) {
      for (let b = 0; b < k; b++) matrix[a * k + b] = matrix[b * k + a] = 0
    }
    matrix[a * k + a]! *= 1 + uncertainty(row.confidence)
  }
  const surprise = Float64Array.from(rows, ({ coefficients, value }) => value - sumOfProducts(coefficients, returns))
  return { matrix, surprise }
}

/** Whether the variance of what a view is about is more than the rounding error of risks that cancel out. */
function doesVary(row: ViewRow, variance: number, { n, data }: DenseCovariance): boolean {
  const volatility = row.coefficients.reduce((total, each, i) => total + Math.abs(each) * Math.sqrt(data[i * n + i]!), 0)
  const uncanceled = volatility * volatility
  if (!(uncanceled < 1e200)) throw tooLarge(row)
  return variance > 1e-13 * uncanceled
}

/** ω/(τ·pΣp'): 1 by default, (1 − c)/c for a confidence c; what is as good as infinite stays finite. */
function uncertainty(confidence: number | null): number {
  return confidence === null ? 1 : Math.min((1 - confidence) / confidence, 1e100)
}

/** How a view is made up of those before it, and what they say about it. */
function impliedSurprise(
  matrix: Float64Array,
  surprise: Float64Array,
  { last, k }: { last: number; k: number },
): { shares: Float64Array; implied: number } {
  const leading = Float64Array.from({ length: last * last }, (_, at) => matrix[Math.floor(at / last) * k + (at % last)]!)
  const factor = choleskyFactor(leading, last)
  const row = matrix.subarray(last * k, last * k + last)
  const shares = factor.positive ? choleskySolution(factor, row) : new Float64Array(last)
  return { shares, implied: sumOfProducts(shares, surprise.subarray(0, last)) }
}

function tooLarge({ index }: ViewRow): OptimizerInputError {
  const message = `views[${index}].assets must have coefficients whose variance is a finite number, got larger ones`
  return new OptimizerInputError('out_of_range', message, { field: `views[${index}].assets` })
}
