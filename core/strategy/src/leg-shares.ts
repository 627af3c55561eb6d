import { divideFractions, fraction, parseFraction, subtractFractions } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { sumOfShares } from './checker/sum-of-shares.ts'
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
  return sharesOf(legs, divideFractions(parsed(options.gross?.value ?? '100'), hundred))
}

function sharesOf(legs: readonly Leg[], gross: Fraction): Fraction[] {
  const shares = legs.map(writtenShare)
  const rests = shares.filter((share) => share === null).length
  if (rests === 0) return shares.filter((share) => share !== null)
  const { numerator, denominator } = sumOfShares(shares)
  const left = subtractFractions(gross, fraction(numerator, denominator))
  const each = divideFractions(left, fraction(BigInt(rests)))
  return shares.map((share) => share ?? each)
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
