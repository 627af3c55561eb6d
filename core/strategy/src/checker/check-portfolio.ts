import { fraction, parseDecimal } from '@portofino/numeric'
import type { DraftPortfolio } from '../parser/draft.ts'
import type { Part } from '../parser/part.ts'
import { exampleHelp } from '../parser/example-command.ts'
import { removal } from '../parser/part.ts'
import type { Report } from '../parser/report.ts'
import type { Span } from '../tree.ts'
import { checkCount, checkDuplicates } from './duplicates.ts'
import { sumOfShares } from './sum-of-shares.ts'
import { checkWeights } from './weights.ts'
import type { WeightRule } from './weight-rule.ts'
import { compareFractions } from '@portofino/numeric'

/** The rules between the pieces of a portfolio: number of legs, doubles, weights, options that exclude each other. */
export function checkPortfolio(draft: DraftPortfolio, { start, limit }: { start: Span; limit: number }, report: Report): void {
  const { legs, legsAreKnown } = draft
  const isEmpty = legs.every(({ subject }) => subject.kind === 'cash')
  if (isEmpty && legsAreKnown) {
    report('E112', {}, { span: legs[0]?.part.span ?? start, expected: ['AAPL-L-100%'], help: exampleHelp })
  }
  checkCount(legs, limit, report)
  checkDuplicates(legs, report)
  const rule = weightRule(draft)
  const exclude = checkCashAgainstNorm(draft, rule, report)
  const isReadable = (['gross', 'cash', 'norm'] as const).every((key) => draft.written.get(key)?.isReadable ?? true)
  if (legsAreKnown && isReadable && !exclude) checkWeights(legs, rule, report)
}

export function weightRule({ options }: Pick<DraftPortfolio, 'options'>): WeightRule {
  const points = parseDecimal(options.gross?.value ?? '100')!
  return {
    gross: fraction(points.numerator, points.denominator * 100n),
    absorbsShortfall: options.cash?.value.rest === true,
    rescales: options.norm !== undefined,
    isBasket: false,
  }
}

/** E124. Without `norm=on`, cash takes up what is missing, but nothing that is too much. */
function checkCashAgainstNorm({ legs, written }: DraftPortfolio, rule: WeightRule, report: Report): boolean {
  const cash = written.get('cash')?.whole
  const norm = written.get('norm')?.whole
  if (!rule.absorbsShortfall || !rule.rescales || cash === undefined || norm === undefined) return false
  const [first, second] = cash.start < norm.start ? [cash, norm] : [norm, cash]
  const isOver = compareFractions(sumOfShares(legs.map(({ share }) => share)), rule.gross) > 0
  const fixes = isOver ? [withoutRest(cash)] : [removal(norm), withoutRest(cash)]
  report('E124', { a: 'cash=rest', b: 'norm=on' }, { span: second.span, related: [first.span], fixes })
  return true
}

function withoutRest(cash: Part): ReturnType<typeof removal> {
  const rate = cash.text.replace(/^cash=rest\s*,?\s*/, '')
  return rate === '' ? removal(cash) : { title: `cash=${rate}`, edits: [cash.replacedBy(`cash=${rate}`)] }
}
