import { isoDate } from '@portofino/market'
import type { Catalog, Instrument } from '@portofino/market'
import { optionGuide } from '../options/guide.ts'
import type { OptionGuide } from '../options/guide.ts'
import type { Part } from '../parser/part.ts'
import { isOptionKey } from '../print-option.ts'
import type { OptionKey } from '../print-option.ts'
import { catalogEntries, writtenInstrument } from './catalog-entries.ts'
import { isCash } from './draft-contents.ts'
import { draftOf, draftOfBasket } from './draft.ts'
import type { DraftToken } from './draft.ts'
import { takesInstrument } from './option-candidates.ts'

/** What a card beside the pointer says about the UTF-16 range `start`..`end`. */
export type Hover = InstrumentHover | OptionHover

export interface InstrumentHover {
  kind: 'instrument'
  start: number
  end: number
  symbol: string
  /** One per market that trades it; empty when the catalog does not know it. */
  instruments: readonly Instrument[]
  /** The same as plain lines: name, market and currency, first and last date. */
  lines: string[]
}

export interface OptionHover extends OptionGuide {
  kind: 'option'
  start: number
  end: number
  key: OptionKey
}

/**
 * What stands at a place of any text, finished or not: the instrument of a leg or of an option's value, or the option;
 * null for anything else.
 *
 * ```ts
 * const catalog = { source: 'none', otherSources: '', find: () => [], instruments: () => [] }
 * const card = hover('AAPL-L-100% 2020 2022 cost=5bps', 23, catalog)
 * assert.equal(card?.kind === 'option' && card.default, '0')
 * ```
 *
 * @param offset in UTF-16 units
 */
export function hover(text: string, offset: number, catalog: Catalog): Hover | null {
  const token = tokenAt(draftOf(text).tokens, offset)
  if (token?.kind === 'leg') return legHover(token, catalog)
  return token?.kind === 'option' ? optionHover(token, offset, catalog) : null
}

function tokenAt(tokens: readonly DraftToken[], offset: number): DraftToken | undefined {
  return tokens.find(({ part }) => part.start <= offset && offset <= part.end)
}

function legHover({ part, shape }: Extract<DraftToken, { kind: 'leg' }>, catalog: Catalog): InstrumentHover | null {
  const subject = part.text.slice(0, shape.subjectEnd)
  return isCash(subject) ? null : instrumentHover(part, subject, catalog)
}

function instrumentHover({ start, end }: Part, written: string, catalog: Catalog): InstrumentHover {
  const reference = writtenInstrument(written)
  const { symbol } = reference
  const instruments = catalogEntries(reference, catalog)
  const lines = instruments.length === 0 ? [`${symbol} is not in ${catalog.source}`] : instruments.flatMap(instrumentLines)
  return { kind: 'instrument', start, end, symbol, instruments, lines }
}

function instrumentLines({ name, market, currency, returns, first, last }: Instrument): string[] {
  const range = first === null || last === null ? [] : [`${isoDate(first)} to ${isoDate(last)}`]
  const place = [...(market === null ? [] : [market]), currency, `${returns} return`].join(', ')
  return [name, place, ...range]
}

function optionHover(token: Extract<DraftToken, { kind: 'option' }>, offset: number, catalog: Catalog): Hover | null {
  const { part, key, value } = token
  if (!isOptionKey(key)) return null
  const leg = tokenAt(draftOfBasket(value), offset)
  if (leg?.kind === 'leg') return legHover(leg, catalog)
  const isKnown = takesInstrument(key) && catalogEntries(writtenInstrument(value.text), catalog).length > 0
  if (isKnown && offset >= value.start) return instrumentHover(value, value.text, catalog)
  return { kind: 'option', start: part.start, end: part.end, key, ...optionGuide(key) }
}
