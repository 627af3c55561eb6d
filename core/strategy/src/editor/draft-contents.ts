import { fraction, one, parseDecimal } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { DraftLeg } from '../parser/leg.ts'
import type { DraftToken } from './draft.ts'

/** The legs whose weight can be read. */
export function legsOf(tokens: readonly DraftToken[]): DraftLeg[] {
  return tokens.flatMap((token) => (token.kind === 'leg' && token.leg !== null ? [token.leg] : []))
}

/** The symbols of legs, those without a weight yet included. */
export function symbolsOf(tokens: readonly DraftToken[]): Set<string> {
  const written = tokens.flatMap((token) => (token.kind === 'leg' ? [token.part.text.slice(0, token.shape.subjectEnd)] : []))
  return new Set(written.map((text) => text.slice(text.indexOf(':') + 1).toUpperCase()).filter((symbol) => symbol !== '$CASH'))
}

/** What the weights have to add up to, as a share of one. */
export function grossOf(tokens: readonly DraftToken[]): Fraction {
  const option = tokens.find((token) => token.kind === 'option' && token.key === 'gross')
  const text = option?.kind === 'option' ? option.value.text : ''
  const points = text.endsWith('%') ? parseDecimal(text.slice(0, -1)) : null
  return points === null || points.numerator <= 0n ? one : fraction(points.numerator, points.denominator * 100n)
}

/** Whether `norm=on` stands there. */
export function isNormed(tokens: readonly DraftToken[]): boolean {
  return tokens.some((token) => token.kind === 'option' && token.key === 'norm' && token.value.text === 'on')
}
