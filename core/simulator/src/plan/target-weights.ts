import { divideFractions, fraction, fractionNumber, one, parseFraction } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { legShares, sumOfShares } from '@portofino/strategy'
import type { Portfolio } from '@portofino/strategy'

/** The signed target of each leg, `$CASH` included: the written weight, scaled with `norm=on`; exact until the last step. */
export function targetWeights({ legs, options }: Pick<Portfolio, 'legs' | 'options'>): number[] {
  const shares = legShares({ legs, options })
  const { numerator, denominator } = options.norm === undefined ? one : scaleTo(options.gross?.value ?? '100', shares)
  return shares.map((share, i) => {
    const target = fractionNumber({ numerator: share.numerator * numerator, denominator: share.denominator * denominator })
    return legs[i]!.side === 'S' ? -target : target
  })
}

/** Not in lowest terms, since two hundred awkward fractions would take seconds to get there. */
function scaleTo(grossPercent: string, shares: readonly Fraction[]): Fraction {
  const gross = divideFractions(parseFraction(grossPercent)!, fraction(100n))
  const sum = sumOfShares(shares)
  return { numerator: gross.numerator * sum.denominator, denominator: gross.denominator * sum.numerator }
}
