import { numberOf, numbersOf, argumentOf } from './shapes.ts'
import { sum } from '@portofino/numeric'
import { OptimizerInputError } from './input-error.ts'
import { assetField, finiteArray } from './asset-numbers.ts'
import { numberParameter } from './parameters.ts'

export interface RoundedWeightsOptions {
  /** Decimals to keep, 0 to 12: with 4, weights are multiples of 0.0001. */
  decimals: number
  /** Weights smaller in size than this become zero first; 0 without it. */
  cutoff?: number | undefined
  /** What the rounded weights sum to: a multiple of the last decimal; without it, the sum of the weights in so many decimals. */
  budget?: number | undefined
}

/**
 * Weights in so many decimals that still sum to what they did, or to the budget that is given, to the last decimal.
 *
 * What the small weights that are cut off leave, and what the sum was off the budget, is spread in proportion to the size of the others.
 * Then every weight is rounded down to a multiple of the last decimal, and the largest remainders are rounded up instead, as many as the
 * budget needs; of equals the first. No weight moves further than a unit of the last decimal by rounding, and zero stays zero. Bounds
 * and other rules that the weights kept may be missed by as much, and by what a cutoff adds to a weight.
 *
 * Source of the rounding: A. Hamilton's method of largest remainders; M. L. Balinski and H. P. Young, "Fair representation", 1982.
 *
 * ```ts
 * assert.deepEqual(roundedWeights(Float64Array.of(1 / 3, 1 / 3, 1 / 3), { decimals: 2 }), Float64Array.of(0.34, 0.33, 0.33))
 * const cleaned = roundedWeights(Float64Array.of(0.6, 0.398, 0.002), { decimals: 3, cutoff: 0.01 })
 * assert.deepEqual(cleaned, Float64Array.of(0.601, 0.399, 0))
 * ```
 *
 * @param weights left as they are; shape [n]
 * @throws OptimizerInputError for options out of their range, a budget between two multiples, and when no weight is left to carry it
 */
export function roundedWeights(weights: Float64Array, options: RoundedWeightsOptions): Float64Array {
  const { decimals, cutoff = 0, budget } = argumentOf('options', options, ['decimals', 'cutoff', 'budget'])
  finiteArray('weights', weights, assetField(numbersOf('weights', weights).length))
  numberParameter('decimals', decimals, { rule: 'a whole number from 0 to 12', holds: isCount })
  numberParameter('cutoff', cutoff, { rule: 'at least 0', holds: (least) => least >= 0 })
  const parts = Number(`1e${decimals}`)
  const units = budget === undefined ? Math.round(sum(weights) * parts) : unitsOf(budget, decimals)
  const most = parts * weights.reduce((total, weight) => total + Math.abs(weight), Math.abs(budget ?? 0))
  if (!(most <= Number.MAX_SAFE_INTEGER))
    throw outOfRange('decimals', `decimals must be so few that their units can be counted, got ${decimals} for ${most} units`)
  const kept = spread(
    weights.map((weight) => (Math.abs(weight) < cutoff ? 0 : weight)),
    units / parts,
  )
  const whole = kept.map((weight) => floorOf(weight * parts))
  const byRemainder = Array.from(kept.keys())
    .filter((i) => kept[i] !== 0)
    .toSorted((a, b) => kept[b]! * parts - whole[b]! - (kept[a]! * parts - whole[a]!) || a - b)
  const missing = units - sum(whole)
  for (const i of byRemainder.slice(0, Math.max(0, missing))) whole[i]! += 1
  for (const i of byRemainder.toReversed().slice(0, Math.max(0, -missing))) whole[i]! -= 1
  return whole.map((count) => count / parts)
}

function isCount(decimals: number): boolean {
  return Number.isInteger(decimals) && decimals >= 0 && decimals <= 12
}

/** A budget in units of the last decimal. */
function unitsOf(budget: number, decimals: number): number {
  const parts = Number(`1e${decimals}`)
  numberOf('budget', budget)
  const units = Math.round(budget * parts)
  if (Math.abs(budget * parts - units) <= 1e-12 * parts) return units
  throw outOfRange('budget', `budget must have at most ${decimals} decimals, got ${budget}`)
}

/** Spreads what the sum is off the budget in proportion to the size of each weight. */
function spread(weights: Float64Array, budget: number): Float64Array {
  const size = sum(weights.map(Math.abs))
  const missing = budget - sum(weights)
  if (missing === 0) return weights
  if (size === 0) throw outOfRange('weights', `weights must leave one above the cutoff to carry a budget of ${budget}, got none`)
  return weights.map((weight) => weight + missing * (Math.abs(weight) / size))
}

/** Rounded down; what is short of a whole number by rounding only counts as that. */
function floorOf(value: number): number {
  const nearest = Math.round(value)
  return Math.abs(value - nearest) <= 16 * Number.EPSILON * Math.max(Math.abs(nearest), 1) ? nearest : Math.floor(value)
}

function outOfRange(field: string, rule: string): OptimizerInputError {
  return new OptimizerInputError('out_of_range', rule, { field })
}
