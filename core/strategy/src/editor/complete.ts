import type { Catalog, Instrument } from '@portofino/market'
import { fraction } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { isOptionKey } from '../print-option.ts'
import { grossOf, legsOf, symbolsOf } from './draft-contents.ts'
import { draftOf, draftOfBasket } from './draft.ts'
import type { DraftToken } from './draft.ts'
import { dateCandidates } from './date-candidates.ts'
import type { Completion, Completions } from './completion.ts'
import { instrumentCandidates, instrumentCompletion } from './instrument-candidates.ts'
import { keyCandidates, takesInstrument, valueCandidates } from './option-candidates.ts'
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
  const here = tokenAt(portfolio, caret)
  const others = portfolio.filter((token) => token !== here)
  const situation = { others, before: portfolio.filter(({ part }) => part.end < caret), catalog, gross: grossOf(portfolio) }
  if (here?.kind === 'option') return completeOption(here, caret, situation)
  return completePiece(
    {
      typed: here?.part.text.slice(0, caret - here.part.start) ?? '',
      from: here?.part.start ?? caret,
      to: here?.part.end ?? caret,
    },
    situation,
  )
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

function samePortfolio(tokens: readonly DraftToken[], caret: number): DraftToken[] {
  const bars = tokens.filter(({ kind }) => kind === 'bar')
  const from = bars.findLast(({ part }) => part.end <= caret)?.part.end ?? 0
  const to = bars.find(({ part }) => part.end > caret)?.part.start ?? Infinity
  return tokens.filter(({ part, kind }) => kind !== 'bar' && part.start >= from && part.end <= to)
}

function tokenAt(tokens: readonly DraftToken[], caret: number): DraftToken | undefined {
  return tokens.find(({ part }) => part.start < caret && caret <= part.end)
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
      items: sides.filter(({ label }) => label.startsWith(side[2]!.toUpperCase())),
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
  return instrumentCandidates(typed, symbolsOf(others), catalog).map((instrument) => instrumentCompletion(instrument, '-'))
}

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
  return [...symbolsOf(others)].flatMap((symbol) => catalog.find(symbol).slice(0, 1))
}

/** At an empty place: legs until they add up, then dates until there are two, then options. */
function byNeed(items: readonly Completion[], { others, gross }: Situation): Completion[] {
  const legs = legsOf(others)
  const open =
    weightCandidates(
      '',
      legs.map(({ share }) => share),
      gross,
    ).length > 0 && !legs.some(({ share }) => share === null)
  const order: Completion['kind'][] = open ? ['instrument', 'date', 'key'] : ['date', 'key', 'instrument']
  return items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function completeOption(token: Extract<DraftToken, { kind: 'option' }>, caret: number, situation: Situation): Completions {
  const { part, key, value } = token
  if (caret < value.start)
    return { from: part.start, to: value.start, items: keys(part.text.slice(0, caret - part.start), situation) }
  const typed = value.text.slice(0, caret - value.start)
  if (!isOptionKey(key)) return { from: caret, to: caret, items: [] }
  if (key === 'bench' && typed.startsWith('(')) return completeBasket(token, caret, situation)
  const instruments = takesInstrument(key) && typed !== '' ? instrumentCandidates(typed, new Set(), situation.catalog) : []
  const items = [...valueCandidates(key, typed), ...instruments.map((instrument) => instrumentCompletion(instrument, ''))]
  return { from: value.start, to: value.end, items }
}

function completeBasket({ value }: Extract<DraftToken, { kind: 'option' }>, caret: number, { catalog }: Situation): Completions {
  const legs = draftOfBasket(value)
  const here = tokenAt(legs, caret)
  const others = legs.filter((leg) => leg !== here)
  const from = here?.part.start ?? caret
  const piece = { typed: here?.part.text.slice(0, caret - from) ?? '', from, to: here?.part.end ?? caret }
  const { items, ...range } = completePiece(piece, { others, before: [], catalog, gross: fraction(1n) })
  return { ...range, items: items.filter(({ kind }) => kind !== 'date' && kind !== 'key') }
}
