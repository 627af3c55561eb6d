import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  fractionNumber,
  multiplyFractions,
  parseFraction,
  subtractFractions,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { Leg } from '@portofino/strategy'

const hundred = fraction(100n)

export interface WeightScale {
  /** Percent; what the weights are to add up to, sides ignored. */
  gross: string
  /** Whether weights are scaled until they do. */
  isNormalized: boolean
}

/** The signed target of each leg, `$CASH` included: exact until the last step. `*` is an equal share of what the others leave. */
export function targetWeights(legs: readonly Leg[], { gross, isNormalized }: WeightScale): number[] {
  const wanted = divideFractions(exact(gross), hundred)
  const written = legs.map(writtenWeight)
  const total = written.reduce<Fraction>((sum, weight) => addFractions(sum, weight ?? zero), zero)
  const open = written.filter((weight) => weight === null).length
  const share = open === 0 ? zero : divideFractions(subtractFractions(wanted, total), fraction(BigInt(open)))
  const weights = written.map((weight) => weight ?? share)
  const scale = isNormalized ? divideFractions(wanted, weights.reduce(addFractions, zero)) : fraction(1n)
  return weights.map((weight, i) => {
    const target = fractionNumber(multiplyFractions(weight, scale))
    return legs[i]!.side === 'S' && compareFractions(weight, zero) !== 0 ? -target : target
  })
}

/** As a fraction of one; null for `*`. */
function writtenWeight({ weight }: Leg): Fraction | null {
  if (weight.kind === 'rest') return null
  return weight.kind === 'percent' ? divideFractions(exact(weight.percent), hundred) : exact(weight.fraction)
}

function exact(text: string): Fraction {
  const value = parseFraction(text)
  if (value === null) throw new TypeError(`Cannot read a weight: a decimal or a fraction is wanted, got "${text}"`)
  return value
}
