import { choleskyFactor, choleskySolution } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { blackLitterman, type BlackLittermanOutcome } from '../black-litterman/black-litterman.ts'

/** The outcome of views that can hold together, for tests. */
export function combined(...input: Parameters<typeof blackLitterman>): Extract<BlackLittermanOutcome, { status: 'optimal' }> {
  const outcome = blackLitterman(...input)
  if (outcome.status !== 'optimal') throw new Error(outcome.explanation)
  return outcome
}

/** (δΣ)⁻¹μ, not scaled. */
export function demand({ n, data }: DenseCovariance, returns: Float64Array, riskAversion: number): Float64Array {
  const factor = choleskyFactor(data, n)
  if (!factor.positive) throw new Error('The covariance must be positive definite')
  return choleskySolution(factor, returns).map((value) => value / riskAversion)
}

/** Largest distance of fractions from printed percentages, in percentage points. */
export function percentError(actual: Float64Array, printed: readonly number[]): number {
  return Math.max(...printed.map((value, i) => Math.abs(actual[i]! * 100 - value)))
}
