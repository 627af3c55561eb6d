import {
  addFractions,
  decimalText,
  fraction,
  multiplyFractions,
  roundedDecimalText,
  subtractFractions,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { weightOf } from '../parser/weight.ts'
import { printWeight } from '../print-leg.ts'
import type { Span } from '../tree.ts'
import type { Completion } from './completion.ts'

const hundred = fraction(100n)
const nowhere: Span = { start: 0, end: 0, utf8Start: 0, utf8End: 0 }

/** The weight that completes the sum, then `*`; nothing when the other legs leave nothing. */
export function weightCandidates(typed: string, others: readonly (Fraction | null)[], gross: Fraction): Completion[] {
  const left = subtractFractions(
    gross,
    others.reduce<Fraction>((total, share) => (share === null ? total : addFractions(total, share)), zero),
  )
  if (left.numerator <= 0n) return []
  const stars = others.filter((share) => share === null).length
  const points = `${roundedDecimalText(multiplyFractions(left, hundred), 2)}%`
  const label = printWeight(weightOf(left, nowhere))
  const completing: Completion = { kind: 'weight', label, text: label, detail: `completes the sum to ${percent(gross)}` }
  const detail = stars === 0 ? `all that is left, now ${points}` : `an equal share of what is left, now ${points}`
  const items: Completion[] = [...(stars === 0 ? [completing] : []), { kind: 'weight', label: '*', text: '*', detail }]
  return items.filter((item) => item.text.startsWith(typed))
}

function percent(share: Fraction): string {
  const points = multiplyFractions(share, hundred)
  return `${decimalText(points, 6) ?? roundedDecimalText(points, 6)}%`
}
