import { decimalText, fraction, fractionText, multiplyFractions } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { Span, Weight } from '../tree.ts'
import { digitsForLetters, maximumDigits, readDecimal, readWhole } from './amount.ts'
import type { Part } from './part.ts'
import { plannedSweep } from './planned.ts'
import type { Report } from './report.ts'

/** A weight with its exact share of one; null for `*`, whose share depends on the others. */
export interface ReadWeight {
  weight: Weight
  share: Fraction | null
}

const hundred = fraction(100n)
/** Examples of weights, as typed. */
export const weightForms: string[] = ['50%', '1/3', '*']

/**
 * Reads `12.5%`, `1/3` or `*`. Faults are reported (E104, E108, E190); where the mend is plain it is offered and read,
 * else null.
 *
 * @param lead what stands before the weight in its leg, for the titles of fixes
 */
export function readWeight(part: Part, lead: string, report: Report): ReadWeight | null {
  const { text, span } = part
  if (text === '*') return { weight: { kind: 'rest', span }, share: null }
  if (/\{.*\}/.test(text)) {
    report('E190', { feature: 'a sweep' }, { span, expected: weightForms, help: plannedSweep })
    return null
  }
  const share = readShare(text)
  if (share !== null) return { weight: weightOf(share, span), share }
  const mended = mendedWeight(text)
  const fixes = mended === null ? [] : [{ title: lead + mended, edits: [part.replacedBy(mended)] }]
  const isLong = /^\d+(\.\d+)?%$|^\d+\/\d+$/.test(text) && /\d{2}/.test(text) && !/\/0+$/.test(text)
  if (isLong) report('E104', { x: text, list: `at most ${maximumDigits} digits` }, { span, fixes })
  else report('E108', { x: text }, { span, expected: weightForms, fixes })
  const reading = mended === null ? null : readShare(mended)
  return reading === null ? null : { weight: weightOf(reading, span), share: reading }
}

/** The weight as the tree keeps it: a percentage when six decimals are enough, else a fraction. */
export function weightOf(share: Fraction, span: Span): Weight {
  const percent = decimalText(multiplyFractions(share, hundred), 6)
  return percent === null ? { kind: 'fraction', fraction: fractionText(share), span } : { kind: 'percent', percent, span }
}

function readShare(text: string): Fraction | null {
  if (text.endsWith('%')) {
    const points = readDecimal(text.slice(0, -1))
    return points === null ? null : fraction(points.numerator, points.denominator * 100n)
  }
  const slash = text.indexOf('/')
  if (slash < 0) return null
  const above = readWhole(text.slice(0, slash))
  const below = readWhole(text.slice(slash + 1))
  return above === null || below === null || below === 0 ? null : fraction(BigInt(above), BigInt(below))
}

/** `50`, `50%%`, `%50` and `50pct` mean 50%; `0.5` means a half, since weights below one percent carry their sign. */
function mendedWeight(text: string): string | null {
  const match = /^%?(\d*)(?:\.(\d*))?(%*|pct|percent)$/i.exec(text)
  const points = match === null ? null : firstDigits(match[1]!, match[2] ?? '')
  if (points === null) return cleanedWeight(text)
  const isShare = !/[%p]/i.test(text) && text.includes('.') && points.numerator <= points.denominator
  return `${decimalText(isShare ? multiplyFractions(points, hundred) : points, maximumDigits)}%`
}

/** What is left without stray characters, or else the first number in it. */
function cleanedWeight(text: string): string | null {
  const clean = digitsForLetters(text).replace(/[^\d.%/]/g, '')
  if (readShare(clean) !== null) return clean
  if (clean.includes('/')) return null
  const number = readDecimal(/\d+(\.\d+)?/.exec(text)?.[0] ?? '')
  return number === null ? null : `${decimalText(number, maximumDigits)}%`
}

/** As many digits as a number may have. */
function firstDigits(whole: string, decimals: string): Fraction | null {
  if (whole + decimals === '') return null
  const before = whole === '' ? '0' : whole
  const after = decimals.slice(0, Math.max(0, maximumDigits - before.length))
  return readDecimal(after === '' ? before : `${before}.${after}`)
}
