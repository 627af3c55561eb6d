import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  roundedDecimalText,
  subtractFractions,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { DraftLeg } from '../parser/leg.ts'
import type { Report } from '../parser/report.ts'
import { weightRemedies } from './remedies.ts'
import { sumOfShares } from './sum-of-shares.ts'

/** What the weights have to sum to. */
export interface WeightRule {
  /** As a share of one. */
  gross: Fraction
  /** `cash=rest`: less is allowed. */
  absorbsShortfall: boolean
  /** `norm=on`: any sum is allowed. */
  rescales: boolean
  /** A basket in brackets has no options of its own, so none can be offered as a remedy. */
  isBasket: boolean
}

/** A hundredth of a point. */
const tolerance = fraction(1n, 10_000n)

/** Weights above zero (E110), none above the whole (E111), something left for `*` (E121), and the sum as it has to be (E120). */
export function checkWeights(legs: readonly DraftLeg[], rule: WeightRule, report: Report): void {
  if (legs.length === 0) return
  const sum = sumOfShares(legs.map(({ share }) => share))
  const found = { legs, rule, sum }
  const zeros = legs.filter(({ share }) => share !== null && share.numerator === 0n)
  for (const leg of zeros) {
    report('E110', {}, { span: leg.weightPart.span, fixes: weightRemedies({ ...found, leg, removable: legs.length > 1 }) })
  }
  const tooLarge = rule.rescales ? [] : legs.filter(({ share }) => share !== null && exceeds(share, rule.gross))
  for (const leg of tooLarge) {
    const values = { w: percentText(leg.share!), g: percentText(rule.gross) }
    report('E111', values, { span: leg.weightPart.span, fixes: weightRemedies({ ...found, leg, removable: false }) })
  }
  const rests = legs.filter(({ share }) => share === null)
  if (rests.length > 0 && compareFractions(sum, rule.gross) >= 0) {
    const fixes =
      rests.length === legs.length ? [] : [{ title: removalTitle(rests), edits: rests.map(({ part }) => part.removed()) }]
    report(
      'E121',
      {},
      { span: rests[0]!.weightPart.span, related: rests.slice(1).map(({ weightPart }) => weightPart.span), fixes },
    )
  }
  const isExplained = tooLarge.length > 0 || (zeros.length > 0 && compareFractions(sum, rule.gross) < 0)
  if (!isExplained && !rule.rescales) checkSum(found, rests.length > 0, report)
}

function checkSum(found: { legs: readonly DraftLeg[]; rule: WeightRule; sum: Fraction }, hasRest: boolean, report: Report): void {
  const { legs, rule, sum } = found
  const missing = subtractFractions(rule.gross, sum)
  const isOver = missing.numerator < 0n
  if (!exceeds(isOver ? multiplyFractions(missing, fraction(-1n)) : missing, zero)) return
  if (!isOver && (hasRest || rule.absorbsShortfall)) return
  const leg = legs.findLast(({ share }) => share !== null)!
  const points = roundedDecimalText(multiplyFractions(isOver ? negated(missing) : missing, fraction(100n)), 6)
  const values = { s: percentText(sum), d: points, shortOrOver: isOver ? 'over' : 'short of', g: percentText(rule.gross) }
  const related = legs.filter((one) => one !== leg && one.share !== null).map(({ weightPart }) => weightPart.span)
  report('E120', values, { span: leg.weightPart.span, related, fixes: weightRemedies({ ...found, leg, removable: false }) })
}

function exceeds(share: Fraction, limit: Fraction): boolean {
  return compareFractions(share, addFractions(limit, tolerance)) > 0
}

function negated({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator }
}

function removalTitle(legs: readonly DraftLeg[]): string {
  return `remove ${legs.map(({ part }) => part.text).join(' ')}`
}

/** In percent, to six decimals. */
export function percentText(share: Fraction): string {
  return `${roundedDecimalText(multiplyFractions(share, fraction(100n)), 6)}%`
}
