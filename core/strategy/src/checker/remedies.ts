import { addFractions, compareFractions, decimalText, fraction, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { Fix } from '../diagnostic.ts'
import type { DraftLeg } from '../parser/leg.ts'
import { removal } from '../parser/part.ts'
import { printLeg } from '../print-leg.ts'
import { leftOf } from './sum-of-shares.ts'
import type { WeightRule } from './weight-rule.ts'
import { weightOf } from '../parser/weight.ts'

interface FaultyWeight {
  legs: readonly DraftLeg[]
  rule: WeightRule
  sum: Fraction
  /** The leg whose weight is to be mended. */
  leg: DraftLeg
  removable: boolean
}

/** All ways to make the weights right: this leg's weight, cash for what is missing, or an option that allows the sum. */
export function weightRemedies(fault: FaultyWeight): Fix[] {
  const { rule, sum, leg, removable } = fault
  const isShort = compareFractions(sum, rule.gross) < 0
  const isNothing = leg.share?.numerator === 0n
  const missing = leftOf(rule.gross, sum)
  const isExact = missing.denominator < awkward && fault.legs.every(({ share }) => share !== null)
  const fixes: Fix[] = []
  if (isExact) fixes.push(...completedLeg(leg, missing))
  if (removable) fixes.push(removal(leg.part))
  if (isNothing) return fixes
  if (isExact && isShort) fixes.push(...addedCash(fault.legs, missing))
  return rule.isBasket ? fixes : [...fixes, ...optionRemedies(fault, isShort)]
}

/** Weights whose common denominator is beyond this have no mend that anybody would want to read. */
const awkward = 10n ** 20n

/** The weight with which the sum comes out, if there is one above zero. */
function completedLeg({ subject, side, share, part }: DraftLeg, missing: Fraction): Fix[] {
  const completing = addFractions(share ?? zero, missing)
  if (completing.numerator <= 0n) return []
  const title = printLeg({ subject, side, weight: weightOf(completing, part.span), span: part.span })
  return [{ title, edits: [part.replacedBy(title)] }]
}

function addedCash(legs: readonly DraftLeg[], missing: Fraction): Fix[] {
  if (legs.some(({ subject }) => subject.kind === 'cash')) return []
  const last = legs.at(-1)!
  const { span } = last.part
  const weight = weightOf(fraction(missing.numerator, missing.denominator), span)
  return [added(last, printLeg({ subject: { kind: 'cash', span }, side: 'L', weight, span }), 'add ')]
}

function optionRemedies({ legs, sum }: FaultyWeight, isShort: boolean): Fix[] {
  const last = legs.at(-1)!
  const norm = added(last, 'norm=on', '')
  if (isShort) return [added(last, 'cash=rest', ''), norm]
  const percent = decimalText({ numerator: 100n * sum.numerator, denominator: sum.denominator }, 6)
  return percent === null ? [norm] : [added(last, `gross=${percent}%`, ''), norm]
}

function added(after: DraftLeg, text: string, verb: string): Fix {
  const end = after.part.text.length
  return { title: verb + text, edits: [after.part.slice(end, end).replacedBy(` ${text}`)] }
}
