import { addFractions, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'

/**
 * Exact sum of shares; null, a `*`, counts as nothing. Fractions of one denominator are added first and the rest is not
 * brought to lowest terms, so two hundred awkward fractions cost multiplications only.
 *
 * ```ts
 * import { fraction, fractionNumber } from '@portofino/numeric'
 * assert.equal(fractionNumber(sumOfShares([fraction(1n, 3n), null, fraction(1n, 6n)])), 0.5)
 * ```
 */
export function sumOfShares(shares: readonly (Fraction | null)[]): Fraction {
  const numerators = new Map<bigint, bigint>()
  for (const share of shares) {
    if (share !== null) numerators.set(share.denominator, (numerators.get(share.denominator) ?? 0n) + share.numerator)
  }
  if (numerators.size <= 4) {
    return [...numerators].reduce((total, [denominator, numerator]) => addFractions(total, { numerator, denominator }), zero)
  }
  let total = zero
  for (const [denominator, numerator] of numerators) {
    total = {
      numerator: total.numerator * denominator + numerator * total.denominator,
      denominator: total.denominator * denominator,
    }
  }
  return total
}

/** Product, not brought to lowest terms. */
export function partOf(share: Fraction, whole: Fraction): Fraction {
  return { numerator: share.numerator * whole.numerator, denominator: share.denominator * whole.denominator }
}

/** Quotient of a share and a whole above zero, not brought to lowest terms. */
export function ratioOf(share: Fraction, whole: Fraction): Fraction {
  return { numerator: share.numerator * whole.denominator, denominator: share.denominator * whole.numerator }
}

/** Difference, not brought to lowest terms. */
export function leftOf(whole: Fraction, part: Fraction): Fraction {
  return {
    numerator: whole.numerator * part.denominator - part.numerator * whole.denominator,
    denominator: whole.denominator * part.denominator,
  }
}
