import { chosenParameter } from '../parameters.ts'
import { power, sumError } from '@portofino/numeric'
import { OptimizerInputError, placeName } from '../input-error.ts'
import type { InputPlace } from '../input-error.ts'

export type Annualization = 'compound' | 'arithmetic'

/** What a mean of a period is in a year: (1 + m)^A − 1 or A·m. */
export function annualized(
  mean: number,
  { annualization, periodsPerYear }: { annualization: Annualization; periodsPerYear: number },
  place: InputPlace,
): number {
  if (isArithmetic(annualization)) return mean * periodsPerYear
  return finiteGrowth(power(1 + mean, periodsPerYear) - 1, place)
}

/**
 * Growth a year, out of returns of `count` periods: Π(1 + r)^(A/count) − 1.
 *
 * @param returns without gaps; at least one
 */
export function compoundGrowth(returns: Float64Array, periodsPerYear: number, place: InputPlace): number {
  let product = 1
  let lost = 0
  for (const value of returns) {
    if (value < -1) {
      throw new OptimizerInputError('out_of_range', `${placeName(place)} must be at least −1, got ${value}`, place)
    }
    const gain = product * value
    const next = product + gain
    lost += lost * value + sumError(product, gain, next)
    product = next
  }
  return finiteGrowth(power(product + lost, periodsPerYear / returns.length) - 1, place)
}

export function isArithmetic(annualization: Annualization): boolean {
  return chosenParameter('annualization', annualization, ['compound', 'arithmetic']) === 'arithmetic'
}

function finiteGrowth(growth: number, place: InputPlace): number {
  if (Number.isFinite(growth)) return growth
  throw new OptimizerInputError('out_of_range', `${placeName(place)} must grow to a finite number, got ${growth}`, place)
}
