import { compareFractions, decimalText, fraction, multiplyFractions, parseDecimal } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { maximumDigits, readSignedDecimal } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import { askForUnit, refuseValue, titled } from './site.ts'
import type { OptionSite } from './site.ts'

/** Both ends included, as typed: `1%`, `2520d`, `100`. */
export interface Range {
  low: string
  high: string
}

/** Reads `2.5%` as points of a hundred. Undefined when faulty (E142, E143, E144). */
export function readPercent(part: Part, range: Range, site: OptionSite): Fraction | undefined {
  const points = part.text.endsWith('%') ? readSignedDecimal(part.text.slice(0, -1)) : null
  if (points !== null) return inRange({ value: points, part, range, site })
  const bare = readSignedDecimal(part.text)
  return bare === null ? refuseValue(part, site) : askForUnit(part, ['%'], site, percentsMeant(bare))
}

/** `0.02` may mean 2% or, digit by digit, 0.02%; `2` means 2%. */
export function percentsMeant(bare: Fraction): string[] {
  const written = `${decimalForm(bare)}%`
  const isShare = bare.denominator !== 1n && bare.numerator < bare.denominator && bare.numerator > -bare.denominator
  return isShare ? [`${decimalForm(multiplyFractions(bare, fraction(100n)))}%`, written] : [written]
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
