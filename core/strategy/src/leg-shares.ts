import { divideFractions, fraction, parseFraction, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { leftOf, sumOfShares } from './checker/sum-of-shares.ts'
import type { Leg, Portfolio } from './tree.ts'

const hundred = fraction(100n)

/**
 * The exact share of one that each leg has, sides ignored: `*` filled in with an equal part of what the others leave of
 * `gross`, and before `norm=on` scales. In the order of the legs; shape [n].
 *
 * ```ts
 * import { fractionNumber } from '@portofino/numeric'
 * const { ast } = parse('AAPL-L-50% MSFT-S-* PEP-L-* 2020 2022')
 * assert.deepEqual(legShares(ast!.portfolios[0]).map(fractionNumber), [0.5, 0.25, 0.25])
 * ```
 */
export function legShares({ legs, options }: Pick<Portfolio, 'legs' | 'options'>): Fraction[] {
  const written = legs.map(writtenShare)
  const { numerator, denominator } = restShare(written, divideFractions(parsed(options.gross?.value ?? '100'), hundred)) ?? zero
  const each = fraction(numerator, denominator)
  return written.map((share) => share ?? each)
}

/** What each `*` (null) stands for, not brought to lowest terms; null when there is none. */
export function restShare(written: readonly (Fraction | null)[], gross: Fraction): Fraction | null {
  const rests = written.filter((share) => share === null).length
  if (rests === 0) return null
  const left = leftOf(gross, sumOfShares(written))
  return { numerator: left.numerator, denominator: left.denominator * BigInt(rests) }
}

/** Null for `*`. */
export function writtenShare({ weight }: Pick<Leg, 'weight'>): Fraction | null {
  if (weight.kind === 'rest') return null
  return weight.kind === 'percent' ? divideFractions(parsed(weight.percent), hundred) : parsed(weight.fraction)
}

function parsed(text: string): Fraction {
  const value = parseFraction(text)
  if (value === null) throw new TypeError(`Cannot read a number of the tree: it must be a decimal or a fraction, got "${text}"`)
  return value
}
