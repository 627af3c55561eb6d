import type { Fix } from '../diagnostic.ts'
import { optionTable } from '../options/table.ts'
import { optionKeys } from '../print-option.ts'
import { nearest } from './nearest.ts'
import { removal, repairedPart, writtenPart } from './part.ts'
import type { Part, Source } from './part.ts'
import { periodForms } from './period-faults.ts'
import type { Report } from './report.ts'
import { spacedForm } from './spaced-forms.ts'

/** What a stretch of tokens that are nothing by themselves was read as. */
export interface Guess {
  /** How many tokens it takes. */
  count: number
  /** Read in their place; null when there is no telling. */
  reading: Part | null
  /** Meant as a period, whatever its dates. */
  isPeriod: boolean
}

const farthest = 6
const longestWord = 40
const dateList = 'two dates such as 2020-01-01 2023-01-01'
const legList = 'a leg, a period or an option'

/** Reports a token that is no leg, period or option (E104, E105, E116), with neighbors that seem to belong to it. */
export function reportUnreadable(tokens: { parts: readonly Part[]; index: number; source: Source }, report: Report): Guess {
  const { parts, index } = tokens
  const near = parts.slice(index, index + farthest).map(({ text }) => text)
  const tooFar = near.findIndex((text) => text.length > longestWord || /\s/.test(text))
  const spaced = spacedForm(near.slice(0, tooFar < 0 ? farthest : tooFar).join(' '))
  const whole = spaced === null ? null : stretch(tokens, spaced.count)
  if (spaced === null || whole === null) return reportWord(parts[index]!, report)
  const { code, count, texts } = spaced
  const fixes = texts.map((title): Fix => ({ title, edits: [whole.replacedBy(title)] }))
  const expected = texts.length > 0 ? texts : periodForms
  report(code, { x: whole.text, list: texts[0] ?? dateList }, { span: whole.span, expected, fixes })
  return { count, reading: texts.length > 0 ? repairedPart(whole, texts[0]!) : null, isPeriod: texts.length === 0 }
}

/** What belongs in the place of a word or sign that only joins two others; null for any other token. */
export function insteadOfJoiner(text: string): string | null {
  if (/^(to|until|till|through|thru|from|between|-+>?|=>|\.{2,4})$/i.test(text)) return 'two dates beside each other'
  return /^(and|[+&,;])$/i.test(text) ? legList : null
}

function reportWord(part: Part, report: Report): Guess {
  const { text, span } = part
  if (/[-%]/.test(text) || /^[A-Z0-9.^=&_:$]*[A-Z]/.test(text)) {
    const isTicker = /^(\$CASH|(?![LS]$)[A-Z0-9.^=&_:]{1,12})$/.test(text)
    const filled = isTicker ? [{ title: `${text}-L-*`, edits: [part.replacedBy(`${text}-L-*`)] }] : []
    report('E105', { x: text }, { span, expected: ['AAPL-L-50%'], fixes: [...filled, removal(part)] })
  } else {
    const options = optionsWithValue(text)
    const fixes = options.map((title): Fix => ({ title, edits: [part.replacedBy(title)] }))
    report('E104', { x: text, list: legList }, { span, expected: options, fixes: [...fixes, removal(part)] })
  }
  return { count: 1, reading: null, isPeriod: false }
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

/**
 * So many tokens as one piece, stray characters included; null when only a part of what was written as one word would
 * belong to it.
 */
function stretch(
  { parts, index, source }: { parts: readonly Part[]; index: number; source: Source },
  count: number,
): Part | null {
  const first = parts[index]!
  const last = parts[index + count - 1]!
  if (first === last) return first
  const isCut = parts[index - 1]?.start === first.start || parts[index + count]?.start === last.start
  return isCut ? null : writtenPart(source, first.start, last.end)
}
