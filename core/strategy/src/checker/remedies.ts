import { compareFractions, fraction, fractionText, decimalText, multiplyFractions, subtractFractions } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { Fix } from '../diagnostic.ts'
import type { DraftLeg } from '../parser/leg.ts'
import { removal } from '../parser/part.ts'
import { printLeg } from '../print-leg.ts'
import type { WeightRule } from './weights.ts'
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
  const fixes = [completedLeg(fault)]
  if (removable) fixes.push(removal(leg.part))
  if (isShort && leg.share?.numerator !== 0n) fixes.push(addedCash(fault))
  if (!rule.isBasket && leg.share?.numerator !== 0n) fixes.push(...optionRemedies(fault, isShort))
  return fixes.filter((fix) => fix !== null)
}

/** The weight with which the sum comes out, if there is one above zero. */
function completedLeg({ legs, rule, sum, leg }: FaultyWeight): Fix | null {
  if (leg.share === null || legs.some(({ share }) => share === null)) return null
  const others = subtractFractions(sum, leg.share)
  const share = subtractFractions(rule.gross, others)
  if (share.numerator <= 0n || fractionText(share).length > longestFraction) return null
  const title = printLeg({ subject: leg.subject, side: leg.side, weight: weightOf(share, leg.part.span), span: leg.part.span })
  return { title, edits: [leg.part.replacedBy(title)] }
}

function addedCash({ legs, rule, sum }: FaultyWeight): Fix | null {
  if (legs.some(({ share, subject }) => share === null || subject.kind === 'cash')) return null
  const missing = subtractFractions(rule.gross, sum)
  const weight = weightOf(missing, legs[0]!.part.span)
  if (fractionText(missing).length > longestFraction) return null
  return added(
    legs.at(-1)!,
    printLeg({ subject: { kind: 'cash', span: legs[0]!.part.span }, side: 'L', weight, span: legs[0]!.part.span }),
    'add ',
  )
}

function optionRemedies({ legs, sum }: FaultyWeight, isShort: boolean): Fix[] {
  const last = legs.at(-1)!
  const norm = added(last, 'norm=on', '')
  if (isShort) return [added(last, 'cash=rest', ''), norm]
  const percent = decimalText(multiplyFractions(sum, fraction(100n)), 6)
  return percent === null ? [norm] : [added(last, `gross=${percent}%`, ''), norm]
}

function added(after: DraftLeg, text: string, verb: string): Fix {
  const end = after.part.text.length
  return { title: verb + text, edits: [after.part.slice(end, end).replacedBy(` ${text}`)] }
}

/** A completing fraction beyond this is nobody's mend. */
const longestFraction = 31
