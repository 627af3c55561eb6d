import type { Catalog } from '@portofino/market'
import { one } from '@portofino/numeric'
import type { Part } from '../parser/part.ts'
import { isOptionKey } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'
import { completePeriod, completePiece, keys, pieceAt } from './complete-piece.ts'
import type { Situation } from './complete-piece.ts'
import type { Completions } from './completion.ts'
import { grossOf } from './draft-contents.ts'
import { draftOf, draftOfBasket } from './draft.ts'
import type { DraftToken } from './draft.ts'
import { instrumentCandidates } from './instrument-candidates.ts'
import { takesInstrument, takesSum, valueCandidates } from './option-candidates.ts'

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
  const from = value.text.slice(0, at).lastIndexOf('+') + 1
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
