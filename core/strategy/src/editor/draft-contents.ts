import { fraction, one, parseDecimal } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { readLeg } from '../parser/leg.ts'
import type { DraftLeg } from '../parser/leg.ts'
import { writtenInstrument } from './catalog-entries.ts'
import type { WrittenInstrument } from './catalog-entries.ts'
import type { DraftToken } from './draft.ts'

/** The legs whose weight can be read. */
export function legsOf(tokens: readonly DraftToken[]): DraftLeg[] {
  return tokens.flatMap(({ kind, part }) => (kind === 'leg' ? (readLeg(part, ignore) ?? []) : []))
}

function ignore(): void {}

/** The instruments of legs, those without a weight yet included. */
export function instrumentsOf(tokens: readonly DraftToken[]): WrittenInstrument[] {
  return subjectsOf(tokens)
    .filter((text) => !isCash(text))
    .map(writtenInstrument)
}

/** Whether cash is among the legs. */
export function holdsCash(tokens: readonly DraftToken[]): boolean {
  return subjectsOf(tokens).some(isCash)
}

export function isCash(text: string): boolean {
  return text.toUpperCase() === '$CASH'
}

function subjectsOf(tokens: readonly DraftToken[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'leg' ? [token.part.text.slice(0, token.shape.subjectEnd)] : []))
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
