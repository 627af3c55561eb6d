import {
  addFractions,
  divideFractions,
  fraction,
  fractionNumber,
  multiplyFractions,
  one,
  parseFraction,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { legShares } from '@portofino/strategy'
import type { Portfolio } from '@portofino/strategy'

/** The signed target of each leg, `$CASH` included: the written weight, scaled with `norm=on`; exact until the last step. */
export function targetWeights({ legs, options }: Pick<Portfolio, 'legs' | 'options'>): number[] {
  const shares = legShares({ legs, options })
  const scale = options.norm === undefined ? one : scaleTo(options.gross?.value ?? '100', shares)
  return shares.map((share, i) => {
    const target = fractionNumber(multiplyFractions(share, scale))
    return legs[i]!.side === 'S' ? -target : target
  })
}

function scaleTo(grossPercent: string, shares: readonly Fraction[]): Fraction {
  const gross = divideFractions(parseFraction(grossPercent)!, fraction(100n))
  return divideFractions(gross, shares.reduce(addFractions, zero))
}
