import type { Part } from '../parser/part.ts'
import { isOptionKey } from '../print-option.ts'
import { isCash } from './draft-contents.ts'
import { draftOf, draftOfBasket } from './draft.ts'
import type { DraftToken } from './draft.ts'

export type ColorKind =
  | 'instrument'
  | 'cash'
  | 'long'
  | 'short'
  | 'weight'
  | 'date'
  | 'key'
  | 'value'
  | 'punctuation'
  | 'comment'
  /** Nothing that the language knows, or nothing yet. */
  | 'unknown'

/** A stretch of one color, half-open, in UTF-16 units. */
export interface ColorToken {
  start: number
  end: number
  kind: ColorKind
}

/**
 * What to color in any text, finished or not: in order, without overlaps, white space left out.
 *
 * ```ts
 * const kinds = tokens('AAPL-L-50% cost=5bps').map(({ kind }) => kind)
 * assert.deepEqual(kinds, ['instrument', 'punctuation', 'long', 'punctuation', 'weight', 'key', 'punctuation', 'value'])
 * ```
 */
export function tokens(text: string): ColorToken[] {
  const draft = draftOf(text)
  const comments = draft.comments.map(({ start, end }): ColorToken => ({ start, end, kind: 'comment' }))
  return [...draft.tokens.flatMap(colored), ...comments].toSorted((a, b) => a.start - b.start)
}

function colored(token: DraftToken): ColorToken[] {
  if (token.kind === 'leg') return coloredLeg(token)
  if (token.kind === 'option') return coloredOption(token)
  if (token.kind === 'period') return coloredPeriod(token.part, token.dates)
  return stretch(token.part, token.kind === 'bar' ? 'punctuation' : 'unknown')
}

function coloredLeg({ part, shape }: Extract<DraftToken, { kind: 'leg' }>): ColorToken[] {
  const subject = part.slice(0, shape.subjectEnd)
  const side = part.slice(shape.sideStart, shape.sideEnd)
  const sideKinds: Readonly<Record<string, ColorKind>> = { L: 'long', S: 'short' }
  return [
    ...stretch(subject, isCash(subject.text) ? 'cash' : 'instrument'),
    ...stretch(part.slice(shape.subjectEnd, shape.sideStart), 'punctuation'),
    ...stretch(side, sideKinds[side.text.toUpperCase()] ?? 'unknown'),
    ...stretch(part.slice(shape.sideEnd, shape.weightStart), 'punctuation'),
    ...stretch(part.slice(shape.weightStart, shape.weightEnd), 'weight'),
    ...stretch(part.slice(shape.weightEnd), 'unknown'),
  ]
}

function coloredOption({ part, key, value }: Extract<DraftToken, { kind: 'option' }>): ColorToken[] {
  const isKnown = isOptionKey(key)
  const name = [
    ...stretch(part.slice(0, key.length), isKnown ? 'key' : 'unknown'),
    ...stretch(part.slice(key.length, key.length + 1), 'punctuation'),
  ]
  const legs = draftOfBasket(value)
  if (legs.length === 0) return [...name, ...stretch(value, 'value')]
  const closing = value.text.endsWith(')') ? value.slice(value.text.length - 1) : value.slice(value.text.length)
  return [...name, ...stretch(value.slice(0, 1), 'punctuation'), ...legs.flatMap(colored), ...stretch(closing, 'punctuation')]
}

function coloredPeriod(part: Part, dates: readonly Part[]): ColorToken[] {
  const dots = part.text.indexOf('..')
  const between = dots < 0 ? [] : stretch(part.slice(dots, dots + 2), 'punctuation')
  return [...dates.flatMap((date) => stretch(date, 'date')), ...between].toSorted((a, b) => a.start - b.start)
}

function stretch({ start, end }: Part, kind: ColorKind): ColorToken[] {
  return start < end ? [{ start, end, kind }] : []
}
