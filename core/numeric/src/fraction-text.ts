import { divideFractions, fraction } from './fraction.ts'
import type { Fraction } from './fraction.ts'

/**
 * Reads digits with an optional sign and point ("12", "-0.5", ".5", "5."); null for anything else.
 *
 * ```ts
 * assert.deepEqual(parseDecimal('12.5'), fraction(25n, 2n))
 * assert.equal(parseDecimal('1e3'), null)
 * ```
 */
export function parseDecimal(text: string): Fraction | null {
  const match = /^([+-]?)([0-9]*)(?:\.([0-9]*))?$/.exec(text)
  if (match === null) return null
  const whole = match[2]!
  const decimals = match[3] ?? ''
  if (whole === '' && decimals === '') return null
  const digits = BigInt(whole + decimals)
  return fraction(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
}

/**
 * The exact decimal notation without trailing zeros, or null when it needs more than `maximumDecimals`.
 *
 * ```ts
 * assert.equal(decimalText(fraction(1n, 8n), 6), '0.125')
 * assert.equal(decimalText(fraction(1n, 3n), 6), null)
 * ```
 */
export function decimalText({ numerator, denominator }: Fraction, maximumDecimals: number): string | null {
  const scaled = numerator * 10n ** BigInt(maximumDecimals)
  if (scaled % denominator !== 0n) return null
  return pointed(scaled / denominator, maximumDecimals)
}

/** The nearest decimal with at most so many places, halves away from zero, without trailing zeros: for messages. */
export function roundedDecimalText({ numerator, denominator }: Fraction, maximumDecimals: number): string {
  const doubled = 2n * numerator * 10n ** BigInt(maximumDecimals)
  const half = numerator < 0n ? -denominator : denominator
  return pointed((doubled + half) / (2n * denominator), maximumDecimals)
}

/** Lowest terms with a slash: "1/3"; a whole number without one: "2". */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}

/** Reads what `fractionText` and `decimalText` write; null for anything else, a denominator of zero included. */
export function parseFraction(text: string): Fraction | null {
  const slash = text.indexOf('/')
  if (slash < 0) return parseDecimal(text)
  const numerator = parseDecimal(text.slice(0, slash))
  const denominator = parseDecimal(text.slice(slash + 1))
  if (numerator === null || denominator === null || denominator.numerator === 0n) return null
  return divideFractions(numerator, denominator)
}

/**
 * The double nearest to the fraction, in lowest terms or not, however long its numbers; what is nearer to zero than 1e-300 may
 * become zero.
 *
 * ```ts
 * assert.equal(fractionNumber(fraction(1n, 10n)), 0.1)
 * ```
 */
export function fractionNumber({ numerator, denominator }: Fraction): number {
  const [above, below] = [Number(numerator), Number(denominator)]
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) return above / below
  const negative = numerator < 0n
  const size = roundedQuotient(negative ? -numerator : numerator, denominator)
  return negative ? -size : size
}

/** At least 60 bits of the quotient; what is cut off only matters by not being zero, which the last bit keeps. */
function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const shift = 64 + bits(denominator) - bits(numerator)
  const above = shift > 0 ? numerator << BigInt(shift) : numerator
  const below = shift < 0 ? denominator << BigInt(-shift) : denominator
  const quotient = above / below
  return Number(quotient * below === above ? quotient : quotient | 1n) * 2 ** -shift
}

/** To the next four. */
function bits(value: bigint): number {
  return value.toString(16).length * 4
}

function pointed(scaled: bigint, decimals: number): string {
  const sign = scaled < 0n ? '-' : ''
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return rest === '' ? `${sign}${whole}` : `${sign}${whole}.${rest}`
}
