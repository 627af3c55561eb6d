import { decimalText, fraction, fractionText, roundedDecimalText } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { leftOf, sumOfShares } from '../checker/sum-of-shares.ts'
import { percentText } from '../checker/weights.ts'
import { maximumDigits } from '../parser/amount.ts'
import type { Completion } from './completion.ts'

/** The weight that completes the sum, then `*`; nothing when the other legs leave nothing. */
export function weightCandidates(typed: string, others: readonly (Fraction | null)[], gross: Fraction): Completion[] {
  const left = leftOf(gross, sumOfShares(others))
  if (left.numerator <= 0n) return []
  const isShared = others.includes(null)
  const label = isShared ? null : weightText(left)
  const completing: Completion[] =
    label === null ? [] : [{ kind: 'weight', label, text: label, detail: `completes the sum to ${percentText(gross)}` }]
  const what = isShared ? 'an equal share of what is left' : 'all that is left'
  const rest: Completion = { kind: 'weight', label: '*', text: '*', detail: `${what}, now ${shortPercent(left)}` }
  return [...completing, rest].filter((item) => item.text.startsWith(typed))
}

/** As it would be typed; null when that takes more digits than a number may have. */
function weightText({ numerator, denominator }: Fraction): string | null {
  const percent = decimalText({ numerator: 100n * numerator, denominator }, 6)
  if (percent !== null) return `${percent}%`
  if (denominator > awkward) return null
  const text = fractionText(fraction(numerator, denominator))
  return text.split('/').every((number) => number.length <= maximumDigits) ? text : null
}

/** Denominators beyond this come down to no number that can be typed, as good as always, and reducing them takes long. */
const awkward = 10n ** 200n

function shortPercent({ numerator, denominator }: Fraction): string {
  return `${roundedDecimalText({ numerator: 100n * numerator, denominator }, 2)}%`
}
