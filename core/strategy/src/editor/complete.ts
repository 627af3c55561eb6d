import type { Catalog, Instrument } from '@portofino/market'
import { one } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { leftOf, sumOfShares } from '../checker/sum-of-shares.ts'
import { isOptionKey } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'
import { catalogEntries } from './catalog-entries.ts'
import { grossOf, holdsCash, instrumentsOf, isCash, legsOf } from './draft-contents.ts'
import { draftOf, draftOfBasket } from './draft.ts'
import type { DraftToken } from './draft.ts'
import { dateCandidates } from './date-candidates.ts'
import type { Completion, Completions } from './completion.ts'
import { instrumentCandidates } from './instrument-candidates.ts'
import { keyCandidates, takesInstrument, takesSum, valueCandidates } from './option-candidates.ts'
import type { Part } from '../parser/part.ts'
import { weightCandidates } from './weight-candidates.ts'

/**
 * What may stand at the caret of any text, finished or not, best first: tickers, sides, the weight that completes the
 * sum, dates, options that are not in use, and their values. Nothing inside a comment.
 *
 * ```ts
 * const catalog = { source: 'none', otherSources: '', find: () => [], instruments: () => [] }
 * const { from, to, items } = complete('AAPL-L-60% MSFT-L-', 18, catalog)
 * assert.deepEqual([from, to, items.map(({ label }) => label)], [18, 18, ['40%', '*']])
 * ```
 *
 * @param offset of the caret, in UTF-16 units; outside the text it counts as the nearest end
 */
export function complete(text: string, offset: number, catalog: Catalog): Completions {
  const caret = Math.min(Math.max(offset, 0), text.length)
  const draft = draftOf(text)
  if (draft.comments.some(({ start, end }) => caret > start && caret <= end)) return { from: caret, to: caret, items: [] }
  const portfolio = samePortfolio(draft.tokens, caret)
  const here = tokenAt(portfolio, caret) ?? openBasketBefore(portfolio, caret)
  const others = portfolio.filter((token) => token !== here)
  const situation = { others, before: portfolio.filter(({ part }) => part.end < caret), catalog, gross: grossOf(portfolio) }
  if (here?.kind === 'option') return completeOption(here, caret, situation)
  return here?.kind === 'period' ? completePeriod(here.part, caret, situation) : completePiece(pieceAt(here, caret), situation)
}

interface Situation {
  /** Tokens of the same portfolio, without the one at the caret. */
  others: readonly DraftToken[]
  /** Those in front of the caret. */
  before: readonly DraftToken[]
  catalog: Catalog
  gross: Fraction
}

/** What stands from a token's start to the caret, and the whole token. */
interface Piece {
  typed: string
  from: number
  to: number
}

function pieceAt(token: DraftToken | undefined, caret: number): Piece {
  if (token === undefined) return { typed: '', from: caret, to: caret }
  const { start, end, text } = token.part
  return { typed: text.slice(0, caret - start), from: start, to: end }
}

function samePortfolio(tokens: readonly DraftToken[], caret: number): DraftToken[] {
  const bars = tokens.filter(({ kind }) => kind === 'bar')
  const from = bars.findLast(({ part }) => part.end <= caret)?.part.end ?? 0
  const to = bars.find(({ part }) => part.end > caret)?.part.start ?? Infinity
  return tokens.filter(({ part, kind }) => kind !== 'bar' && part.start >= from && part.end <= to)
}

function tokenAt(tokens: readonly DraftToken[], caret: number): DraftToken | undefined {
  return tokens.find(({ part }) => part.start < caret && caret <= part.end)
}

function openBasketBefore(tokens: readonly DraftToken[], caret: number): DraftToken | undefined {
  const last = tokens.findLast(({ part }) => part.end < caret)
  return last?.kind === 'option' && last.isOpen ? last : undefined
}

/** One date of two, or one side of the dots in `2020-01-01..2022-12-31`. */
function completePeriod(part: Part, caret: number, situation: Situation): Completions {
  const dots = part.text.indexOf('..')
  if (dots < 0) return completePiece({ typed: part.text.slice(0, caret - part.start), from: part.start, to: part.end }, situation)
  const isEnd = caret >= part.start + dots + 2
  const side = isEnd ? part.slice(dots + 2) : part.slice(0, dots)
  const typed = side.text.slice(0, caret - side.start)
  const start = isEnd ? part.text.slice(0, dots) : null
  return { from: side.start, to: side.end, items: dateCandidates({ typed, start, instruments: known(situation) }) }
}

function completePiece(piece: Piece, situation: Situation): Completions {
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

function keys(typed: string, { others }: Situation): Completion[] {
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

function completeOption(token: Extract<DraftToken, { kind: 'option' }>, caret: number, situation: Situation): Completions {
  const { part, key, value } = token
  if (caret < value.start)
    return { from: part.start, to: value.start, items: keys(part.text.slice(0, caret - part.start), situation) }
  const typed = value.text.slice(0, caret - value.start)
  if (!isOptionKey(key)) return { from: caret, to: caret, items: [] }
  if (key === 'bench' && typed.startsWith('(')) return completeBasket(token, caret, situation)
  if (takesSum(key)) return completeSum(key, value, caret)
  const place = { catalog: situation.catalog, used: [], suffix: '', takesYields: key === 'rf' } as const
  const instruments = takesInstrument(key) && typed !== '' ? instrumentCandidates(typed, place) : []
  const values = valueCandidates(key, typed).filter(({ label }) => !instruments.some((other) => other.label === label))
  return { from: value.start, to: value.end, items: [...values, ...instruments] }
}

/** The part of `monthly+band(5%)` that the caret stands in. */
function completeSum(key: OptionKey, value: Part, caret: number): Completions {
  const at = caret - value.start
  const from = value.text.lastIndexOf('+', at - 1) + 1
  const next = value.text.indexOf('+', at)
  const before = from === 0 ? [] : value.text.slice(0, from - 1).split('+')
  const items = valueCandidates(key, value.text.slice(from, at), before)
  return { from: value.start + from, to: next < 0 ? value.end : value.start + next, items }
}

function completeBasket({ value }: Extract<DraftToken, { kind: 'option' }>, caret: number, { catalog }: Situation): Completions {
  const legs = draftOfBasket(value)
  const here = tokenAt(legs, caret)
  const others = legs.filter((leg) => leg !== here)
  const { items, ...range } = completePiece(pieceAt(here, caret), { others, before: [], catalog, gross: one })
  return { ...range, items: items.filter(({ kind }) => kind !== 'date' && kind !== 'key') }
}
