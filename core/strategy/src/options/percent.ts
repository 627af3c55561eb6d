import { absoluteFraction, compareFractions, decimalText, fraction, multiplyFractions, parseDecimal } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { maximumDigits, readDecimal, readSignedDecimal } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import { askForUnit, refuseValue, titled } from './site.ts'
import type { OptionSite } from './site.ts'

/** Both ends included, as typed: `1%`, `2520d`, `100`. */
export interface Range {
  low: string
  high: string
}

/** Reads `2.5%` as points of a hundred. Undefined when faulty (E142, E144); without its unit (E143) it is read as if it had one. */
export function readPercent(part: Part, range: Range, site: OptionSite): Fraction | undefined {
  const points = part.text.endsWith('%') ? readSignedDecimal(part.text.slice(0, -1)) : null
  if (points !== null) return inRange({ value: points, part, range, site })
  const bare = readSignedDecimal(part.text)
  if (bare === null) return refuseValue(part, site, mendedPercent(part.text))
  const meant = percentsMeant(bare, site.key)
  askForUnit(part, { units: ['%'], mended: meant.map((value) => `${decimalForm(value)}%`) }, site)
  return inRange({ value: meant[0]!, part, range, site })
}

/** `.5%`, `2%%`, `2,5%` and `2pct`: number and unit are known, only their spelling is not. */
function mendedPercent(text: string): string[] {
  if (/^(none|no|off|zero)$/i.test(text)) return ['0%']
  const match = /^(-?)(\d*(?:[.,]\d{0,2}|\.\d+)?) ?(%+|pct|percent)$/i.exec(text)
  const points = match === null ? null : mendedNumber(match[2]!.replace(',', '.'))
  return match === null || points === null ? [] : [`${match[1]}${points}%`]
}

/** With a digit on either side of the point; null when that makes no number of it. */
export function mendedNumber(text: string): string | null {
  const whole = text.startsWith('.') ? `0${text}` : text.replace(/\.$/, '')
  return readDecimal(whole) === null ? null : whole
}

/** `0.02` may mean 2% or, digit by digit, 0.02%; `2` means 2%, but twice as a sum of weights. The first is read. */
function percentsMeant(bare: Fraction, key: string): Fraction[] {
  const isMultiple = key === 'gross' && compareFractions(bare, fraction(10n)) <= 0
  const isShare = bare.denominator !== 1n && compareFractions(absoluteFraction(bare), fraction(1n)) < 0
  return isMultiple || isShare ? [multiplyFractions(bare, fraction(100n)), bare] : [bare]
}

/** E144 when the value lies outside; the range's ends may carry a unit, which the value has lost. */
export function inRange(asked: { value: Fraction; part: Part; range: Range; site: OptionSite }): Fraction | undefined {
  const { value, part, range, site } = asked
  const isLow = compareFractions(value, number(range.low)) < 0
  if (!isLow && compareFractions(value, number(range.high)) <= 0) return value
  const nearestEnd = isLow ? range.low : range.high
  const fixes = [{ title: titled(site.whole, part, nearestEnd), edits: [part.replacedBy(nearestEnd)] }]
  site.report('E144', { k: site.key, lo: range.low, hi: range.high }, { span: part.span, fixes })
  return undefined
}

/** Shortest decimal notation of a number that was read from one. */
export function decimalForm(value: Fraction): string {
  return decimalText(value, 2 * maximumDigits)!
}

function number(end: string): Fraction {
  return parseDecimal(/^-?[\d.]+/.exec(end)![0])!
}
