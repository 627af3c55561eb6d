import { complete } from '@portofino/strategy'
import type { Completion } from '@portofino/strategy'
import type { Catalog } from '@portofino/market'
import type { Range } from '../faults/faults.ts'
import type { WrittenCommand } from '../written-commands.ts'

/** What may be put in place of a stretch of the text. */
export interface Offer extends Range {
  /** The part of it before the caret. */
  typed: string
  /** A year or month, which is a date as it stands: what would go on from it is told to who asks. */
  isDate: boolean
  items: Completion[]
}

/** What goes on from the word at the caret; nothing where it is whole already. */
export function offerAt(caret: number, command: WrittenCommand | null, catalog: Catalog): Offer {
  const { text, start } = command ?? { text: '', start: caret }
  const { from, to, items } = complete(text.padEnd(caret - start), caret - start, catalog)
  const isWhole = items.some((item) => item.text === text.slice(from, to))
  const typed = text.slice(from, caret - start)
  const isDate = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(typed) && items.every(({ kind }) => kind === 'date')
  return { start: from + start, end: to + start, typed, isDate, items: isWhole ? [] : items }
}

/** What is written for a choice: a word that is whole goes on with a space, unless one follows. */
export function takenText({ kind, text }: Completion, following: string): string {
  const isWhole = kind === 'weight' || kind === 'date' || kind === 'value' || text === '$CASH'
  return isWhole && !/^\s/.test(following) ? `${text} ` : text
}

const headings: Readonly<Record<Completion['kind'], string>> = {
  instrument: 'Tickers',
  side: 'Sides',
  weight: 'Weights',
  date: 'Dates',
  key: 'Options',
  value: 'Values',
}

/** What a list of these is called. */
export function offerLabel({ items, typed }: Offer): string {
  const [first] = items
  if (first === undefined) return 'Suggestions'
  return typed === '' ? 'What can come next' : `${headings[first.kind]} for ${typed}`
}
