import type { Fix } from '../diagnostic.ts'
import { optionTable } from '../options/table.ts'
import { optionKeys } from '../print-option.ts'
import { nearest } from './nearest.ts'
import { removal, repairedPart } from './part.ts'
import type { Part } from './part.ts'
import type { Report } from './report.ts'
import { spacedForm } from './spaced-forms.ts'

/** What a stretch of tokens that are nothing by themselves was read as. */
export interface Guess {
  /** How many tokens it takes. */
  count: number
  /** Read in their place; null when there is no telling. */
  reading: Part | null
}

const farthest = 6
const longestWord = 40
const legList = 'a leg, a period or an option'

/** Reports a token that is no leg, period or option (E104, E105, E116), with neighbors that seem to belong to it. */
export function reportUnreadable(parts: readonly Part[], index: number, report: Report): Guess {
  const part = parts[index]!
  const near = parts.slice(index, index + farthest).map(({ text }) => text)
  const tooFar = near.findIndex((text) => text.length > longestWord || /\s/.test(text))
  const spaced = spacedForm(near.slice(0, tooFar < 0 ? farthest : tooFar).join(' '))
  const whole = spaced === null ? null : stretch(part, parts[index + spaced.count - 1]!)
  if (spaced === null || whole === null) return reportWord(part, report)
  const { code, count, texts } = spaced
  const fixes = texts.map((title): Fix => ({ title, edits: [whole.replacedBy(title)] }))
  report(code, { x: whole.text, list: texts[0]! }, { span: whole.span, expected: texts, fixes })
  return { count, reading: repairedPart(whole, texts[0]!) }
}

/** What belongs in the place of a word or sign that only joins two others; null for any other token. */
export function insteadOfJoiner(text: string): string | null {
  if (/^(to|until|till|through|thru|from|between|-+>?|=>)$/i.test(text)) return 'two dates beside each other'
  return /^(and|[+&,;])$/i.test(text) ? legList : null
}

function reportWord(part: Part, report: Report): Guess {
  const { text, span } = part
  if (/[-%]/.test(text) || /^[A-Z0-9.^=&_:$]*[A-Z]/.test(text)) {
    const isTicker = /^(\$CASH|[A-Z0-9.^=&_:]{1,12})$/.test(text)
    const filled = isTicker ? [{ title: `${text}-L-*`, edits: [part.replacedBy(`${text}-L-*`)] }] : []
    report('E105', { x: text }, { span, expected: ['AAPL-L-50%'], fixes: [...filled, removal(part)] })
  } else {
    const options = optionsWithValue(text)
    const fixes = options.map((title): Fix => ({ title, edits: [part.replacedBy(title)] }))
    report('E104', { x: text, list: legList }, { span, expected: options, fixes: [...fixes, removal(part)] })
  }
  return { count: 1, reading: null }
}

let wordsOfOptions: ReadonlyMap<string, string[]> | undefined

/** `monthly` was meant as `rebalance=monthly`. */
function optionsWithValue(word: string): string[] {
  if (word.length < 2 || word.length > longestWord) return []
  wordsOfOptions ??= optionsByWord()
  const exact = wordsOfOptions.get(word.toLowerCase())
  const near = exact === undefined && word.length > 2 ? nearest(word, wordsOfOptions.keys(), 1) : []
  return exact ?? near.flatMap((value) => wordsOfOptions?.get(value) ?? [])
}

function optionsByWord(): Map<string, string[]> {
  const options = new Map<string, string[]>()
  for (const key of optionKeys) {
    for (const value of optionTable[key].values) {
      if (/^[a-z]+$/.test(value)) options.set(value, [...(options.get(value) ?? []), `${key}=${value}`])
    }
  }
  return options
}

/** From a written piece to the end of another, stray characters included; null when the first was read out of a repaired one. */
function stretch(first: Part, last: Part): Part | null {
  if (first === last) return first
  const isWritten = first.end - first.start === first.text.length
  return isWritten ? first.slice(0, last.end - first.start) : null
}
