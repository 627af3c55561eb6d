import { fraction, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'

/**
 * Exact sum of shares; null, a `*`, counts as nothing. In lowest terms when these are short, else not brought to them, so
 * two hundred awkward fractions cost multiplications only.
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
  // The largest first: most others are its divisors.
  const terms = [...numerators].toSorted(([a], [b]) => (a < b ? 1 : -1))
  const { numerator, denominator } = terms.reduce(plus, zero)
  return denominator < short ? fraction(numerator, denominator) : { numerator, denominator }
}

const short = 10n ** 60n

function plus(total: Fraction, [denominator, numerator]: readonly [bigint, bigint]): Fraction {
  if (total.denominator % denominator === 0n) {
    return { numerator: total.numerator + numerator * (total.denominator / denominator), denominator: total.denominator }
  }
  return {
    numerator: total.numerator * denominator + numerator * total.denominator,
    denominator: total.denominator * denominator,
  }
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
