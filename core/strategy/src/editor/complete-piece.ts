import type { Catalog, Instrument } from '@portofino/market'
import type { Fraction } from '@portofino/numeric'
import { leftOf, sumOfShares } from '../checker/sum-of-shares.ts'
import type { Part } from '../parser/part.ts'
import { catalogEntries } from './catalog-entries.ts'
import type { Completion, Completions } from './completion.ts'
import { dateCandidates } from './date-candidates.ts'
import { holdsCash, instrumentsOf, isCash, legsOf } from './draft-contents.ts'
import type { DraftToken } from './draft.ts'
import { instrumentCandidates } from './instrument-candidates.ts'
import { keyCandidates } from './option-candidates.ts'
import { weightCandidates } from './weight-candidates.ts'

/** What is known of a place besides the token that stands there. */
export interface Situation {
  /** Tokens of the same portfolio, without the one at the caret. */
  others: readonly DraftToken[]
  /** Those in front of the caret. */
  before: readonly DraftToken[]
  catalog: Catalog
  gross: Fraction
}

/** What stands from a token's start to the caret, and the whole token. */
export interface Piece {
  typed: string
  from: number
  to: number
}

/** The piece that a token is to the caret; an empty one where there is none. */
export function pieceAt(token: DraftToken | undefined, caret: number): Piece {
  if (token === undefined) return { typed: '', from: caret, to: caret }
  const { start, end, text } = token.part
  return { typed: text.slice(0, caret - start), from: start, to: end }
}

/** One date of two, or one side of the dots in `2020-01-01..2022-12-31`. */
export function completePeriod(part: Part, caret: number, situation: Situation): Completions {
  const dots = part.text.indexOf('..')
  if (dots < 0) return completePiece({ typed: part.text.slice(0, caret - part.start), from: part.start, to: part.end }, situation)
  const isEnd = caret >= part.start + dots + 2
  const side = isEnd ? part.slice(dots + 2) : part.slice(0, dots)
  const typed = side.text.slice(0, caret - side.start)
  const start = isEnd ? part.text.slice(0, dots) : null
  const hasPeriod = situation.others.some(({ kind }) => kind === 'period')
  const items = hasPeriod ? [] : dateCandidates({ typed, start, instruments: known(situation) })
  return { from: side.start, to: side.end, items }
}

/** A leg, a date or the key of an option. */
export function completePiece(piece: Piece, situation: Situation): Completions {
  const { typed, from } = piece
  const weight = /^(.+-[LS]-)([\d./%*]*)$/i.exec(typed)
  if (weight !== null) {
    const shares = legsOf(situation.others).map(({ share }) => share)
    return { from: from + weight[1]!.length, to: piece.to, items: weightCandidates(weight[2]!, shares, situation.gross) }
  }
  const side = /^(.*[^-])-([LS]?)$/i.exec(typed)
  const tickers = legCandidates(typed, situation)
  if (side !== null && tickers.length === 0) {
    return {
      from: from + side[1]!.length + 1,
      to: piece.to,
      items: sides.filter(({ label }) => label.startsWith(side[2]!.toUpperCase()) && !(label === 'S' && isCash(side[1]!))),
    }
  }
  const items = /^\d/.test(typed)
    ? [...dates(typed, situation), ...tickers]
    : [...tickers, ...dates(typed, situation), ...keys(typed, situation)]
  return { from, to: piece.to, items: typed === '' ? byNeed(items, situation) : items }
}

const sides: readonly Completion[] = [
  { kind: 'side', label: 'L', text: 'L-', detail: 'long: gains when the price rises' },
  { kind: 'side', label: 'S', text: 'S-', detail: 'short: gains when the price falls' },
]

function legCandidates(typed: string, { others, catalog }: Situation): Completion[] {
  const isCashMeant = /^\$C?A?S?H?$/i.test(typed) && !holdsCash(others)
  const place = { catalog, used: instrumentsOf(others), suffix: '-', takesYields: false } as const
  return [...(isCashMeant ? [cash] : []), ...instrumentCandidates(typed, place)]
}

const cash: Completion = { kind: 'instrument', label: '$CASH', text: '$CASH-L-', detail: 'cash, which cannot be short' }

/** Keys of options that are not in use. */
export function keys(typed: string, { others }: Situation): Completion[] {
  return keyCandidates(typed, new Set(others.flatMap((token) => (token.kind === 'option' ? [token.key] : []))))
}

function dates(typed: string, situation: Situation): Completion[] {
  const periods = situation.others.flatMap((token) => (token.kind === 'period' ? token.dates : []))
  const before = situation.before.flatMap((token) => (token.kind === 'period' ? token.dates : []))
  if (periods.length > 1) return []
  return dateCandidates({ typed, start: before.at(-1)?.text ?? null, instruments: known(situation) })
}

function known({ others, catalog }: Situation): Instrument[] {
  return instrumentsOf(others).flatMap((written) => catalogEntries(written, catalog).slice(0, 1))
}

/** At an empty place: legs until they add up, then dates until there are two, then options. */
function byNeed(items: readonly Completion[], { others, gross }: Situation): Completion[] {
  const shares = legsOf(others).map(({ share }) => share)
  const isShort = !shares.includes(null) && leftOf(gross, sumOfShares(shares)).numerator > 0n
  const order: Completion['kind'][] = isShort ? ['instrument', 'date', 'key'] : ['date', 'key', 'instrument']
  return items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
