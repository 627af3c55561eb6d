import { lex } from '../lexer/lex.ts'
import type { Lexed, Token } from '../lexer/lex.ts'
import { laterOptionKeys } from '../options/later-option-keys.ts'
import { isDateLike } from '../parser/date.ts'
import { isLegLike, legShape } from '../parser/leg-shape.ts'
import type { LegShape } from '../parser/leg-shape.ts'
import { writtenPart } from '../parser/part.ts'
import type { Part, Source } from '../parser/part.ts'
import { isOptionKey } from '../print-option.ts'
import { spansOf } from '../span.ts'

/** What a token of unfinished text was meant as, faults left aside. */
export type DraftToken =
  | { kind: 'leg'; part: Part; shape: LegShape }
  /** An open one has a bracket that nothing closes: what is typed next belongs to it. */
  | { kind: 'option'; part: Part; key: string; value: Part; isOpen: boolean }
  | { kind: 'period'; part: Part; dates: Part[] }
  | { kind: 'bar'; part: Part }
  | { kind: 'word'; part: Part }

export interface Draft {
  tokens: DraftToken[]
  comments: Lexed['comments']
}

/** Sorts the tokens of any text by what they were meant as, with the readers of the parser. */
export function draftOf(text: string): Draft {
  const { tokens, comments } = lex(text)
  const source = { text, spanOf: spansOf(text) }
  const drafts = tokens.map(({ start, end }) => draftToken(writtenPart(source, start, end)))
  const open = drafts.findIndex((draft, i) => opensBasket(draft, tokens[i]!))
  return { tokens: open < 0 ? drafts : withOpenBasket(drafts, open, source), comments }
}

/** Whether a benchmark's bracket opens here that nothing closes. */
function opensBasket(draft: DraftToken, { start, unclosed }: Token): boolean {
  return draft.kind === 'option' && draft.key === 'bench' && unclosed === draft.value.start - start
}

/** An open basket holds all legs and words that follow it. */
function withOpenBasket(drafts: readonly DraftToken[], open: number, source: Source): DraftToken[] {
  const after = drafts.findIndex(({ kind }, i) => i > open && kind !== 'leg' && kind !== 'word')
  const next = after < 0 ? drafts.length : after
  const { part } = drafts[open]!
  const whole = draftOption(writtenPart(source, part.start, drafts[next - 1]!.part.end), 'bench', true)
  return [...drafts.slice(0, open), whole, ...drafts.slice(next)]
}

/** The tokens inside the brackets of `bench=(…)`, closed or not. */
export function draftOfBasket(value: Part): DraftToken[] {
  if (!value.text.startsWith('(')) return []
  const inside = value.text.slice(1).replace(/\)$/, '')
  return lex(inside).tokens.map(({ start, end }) => draftToken(value.slice(start + 1, end + 1)))
}

function draftToken(part: Part): DraftToken {
  if (part.text === '|') return { kind: 'bar', part }
  const key = /^([a-z]+)=/.exec(part.text)?.[1] ?? ''
  const isReserved = isOptionKey(key) || laterOptionKeys.includes(key)
  const leg = isReserved ? null : draftLeg(part)
  if (leg !== null) return leg
  if (key !== '') return draftOption(part, key)
  const dates = datesOf(part)
  return dates.length > 0 ? { kind: 'period', part, dates } : { kind: 'word', part }
}

function draftOption(part: Part, key: string, isOpen = false): DraftToken {
  return { kind: 'option', part, key, value: part.slice(key.length + 1), isOpen }
}

function draftLeg(part: Part): DraftToken | null {
  const shape = legShape(part.text)
  return shape !== null && isLegLike(part.text, shape) ? { kind: 'leg', part, shape } : null
}

/** Both ends of `2020..2022`, or the one date. */
function datesOf(part: Part): Part[] {
  const dots = part.text.indexOf('..')
  const ends = dots < 0 ? [part] : [part.slice(0, dots), part.slice(dots + 2)]
  return ends.some(({ text }) => isDateLike(text)) ? ends.filter(({ text }) => text !== '') : []
}
