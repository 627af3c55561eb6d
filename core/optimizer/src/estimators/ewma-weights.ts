import { OptimizerInputError } from '../input-error.ts'
import { numberParameter } from '../parameters.ts'

/**
 * Weights (1 − α)^age with α = 2/(span + 1), not normalized.
 *
 * @param span in rows, at least 1
 * @param ages rows before the last that was given, falling; shape [t]
 * @throws OptimizerInputError for a span below 1
 */
export function ewmaWeights(span: number, ages: Int32Array): Float64Array {
  numberParameter('span', span, { rule: 'a finite number of at least 1', holds: (rows) => rows >= 1 && rows < Infinity })
  const kept = 1 - 2 / (span + 1)
  const weights = new Float64Array(ages.length)
  let weight = 1
  let age = 0
  for (let row = ages.length - 1; row >= 0; row--) {
    for (; age < ages[row]!; age++) weight *= kept
    weights[row] = weight
  }
  return weights
}

/** Weighted sum of the values that are present, and the sum of their weights; shape [t] each. */
export function weightedSum(values: Float64Array, weights: Float64Array): { total: number; weight: number } {
  let [total, weight] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) continue
    total += weights[row]! * values[row]!
    weight += weights[row]!
  }
  return { total, weight }
}

/** What to say when all that an asset, or a pair, has is too old to count. */
export function tooOld(asset: string): OptimizerInputError {
  const message = `returns of ${asset} must be young enough for the span, got none that has any weight; take a longer one`
  return new OptimizerInputError('missing_data', message, { field: 'returns', asset })
}
