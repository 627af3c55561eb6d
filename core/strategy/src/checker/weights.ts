import { absoluteFraction, addFractions, compareFractions, fraction, roundedDecimalText, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { DraftLeg } from '../parser/leg.ts'
import { removal } from '../parser/part.ts'
import type { Report } from '../parser/report.ts'
import { weightRemedies } from './remedies.ts'
import { leftOf, sumOfShares } from './sum-of-shares.ts'
import type { WeightRule } from './weight-rule.ts'

/** A hundredth of a point. */
const tolerance = fraction(1n, 10_000n)

interface Weights {
  legs: readonly DraftLeg[]
  rule: WeightRule
  /** Of the shares that were written; `*` has none. */
  sum: Fraction
}

/** Weights above zero (E110), none above the whole (E111), something left for `*` (E121), and the sum as it has to be (E120). */
export function checkWeights(legs: readonly DraftLeg[], rule: WeightRule, report: Report): void {
  if (legs.length === 0) return
  const weights = { legs, rule, sum: sumOfShares(legs.map(({ share }) => share)) }
  const isZero = reportZeros(weights, report)
  const isTooLarge = !rule.rescales && reportTooLarge(weights, report)
  reportNothingLeft(weights, report)
  const isExplained = isTooLarge || (isZero && compareFractions(weights.sum, rule.gross) < 0)
  if (!isExplained && !rule.rescales) checkSum(weights, report)
}

function reportZeros(weights: Weights, report: Report): boolean {
  const zeros = weights.legs.filter(({ share }) => share?.numerator === 0n)
  for (const leg of zeros) {
    report(
      'E110',
      {},
      { span: leg.weightPart.span, fixes: weightRemedies({ ...weights, leg, removable: weights.legs.length > 1 }) },
    )
  }
  return zeros.length > 0
}

function reportTooLarge(weights: Weights, report: Report): boolean {
  const { legs, rule } = weights
  let isFound = false
  for (const leg of legs) {
    if (leg.share === null || !exceeds(leg.share, rule.gross)) continue
    isFound = true
    const values = { w: percentText(leg.share), g: percentText(rule.gross) }
    report('E111', values, { span: leg.weightPart.span, fixes: weightRemedies({ ...weights, leg, removable: false }) })
  }
  return isFound
}

function reportNothingLeft({ legs, rule, sum }: Weights, report: Report): void {
  const rests = legs.filter(({ share }) => share === null)
  const [first, ...others] = rests
  if (first === undefined || compareFractions(sum, rule.gross) < 0) return
  const related = others.map(({ weightPart }) => weightPart.span)
  report('E121', {}, { span: first.weightPart.span, related, fixes: [removal(...rests.map(({ part }) => part))] })
}

function checkSum(weights: Weights, report: Report): void {
  const { legs, rule, sum } = weights
  const missing = leftOf(rule.gross, sum)
  const isOver = missing.numerator < 0n
  const off = absoluteFraction(missing)
  const isAbsorbed = !isOver && (rule.absorbsShortfall || legs.some(({ share }) => share === null))
  const leg = legs.findLast(({ share }) => share !== null)
  if (isAbsorbed || leg === undefined || !exceeds(off, zero)) return
  const values = {
    s: percentText(sum),
    d: pointsText(off),
    shortOrOver: isOver ? 'over' : 'short of',
    g: percentText(rule.gross),
  }
  const related = legs.filter((one) => one !== leg && one.share !== null).map(({ weightPart }) => weightPart.span)
  report('E120', values, { span: leg.weightPart.span, related, fixes: weightRemedies({ ...weights, leg, removable: false }) })
}

function exceeds(share: Fraction, limit: Fraction): boolean {
  return compareFractions(share, addFractions(limit, tolerance)) > 0
}

/** To six decimals, with its sign. */
export function percentText(share: Fraction): string {
  return `${pointsText(share)}%`
}

/** Points of a hundred, to six decimals. */
export function pointsText({ numerator, denominator }: Fraction): string {
  return roundedDecimalText({ numerator: 100n * numerator, denominator }, 6)
}
