import type { Fix } from '../diagnostic.ts'
import { optionKeys } from '../print-option.ts'
import { optionTable } from '../options/table.ts'
import { nearest } from './nearest.ts'
import { removal, repairedPart } from './part.ts'
import type { Part } from './part.ts'
import type { Report } from './report.ts'

/** What a stretch of tokens that are nothing by themselves was read as. */
export interface Guess {
  /** How many tokens it takes. */
  count: number
  /** Read in their place; null when there is no telling. */
  reading: Part | null
}

const farthest = 5
const longestWord = 40
const legList = 'a leg, a period or an option'

/** Reports a token that is no leg, period or option (E104, E105), together with neighbors that seem to belong to it. */
export function reportUnreadable(parts: readonly Part[], index: number, report: Report): Guess {
  const part = parts[index]!
  const near = parts.slice(index, index + farthest).map(({ text }) => text)
  const tooFar = near.findIndex((text) => text.length > longestWord || /\s/.test(text))
  const text = near.slice(0, tooFar < 0 ? farthest : tooFar).join(' ')
  const spaced = spacedOption(text) ?? spacedLeg(text) ?? gluedPeriod(text)
  if (spaced === null) return reportWord(part, report)
  const last = parts[index + spaced.count - 1]!
  const whole = spaced.count === 1 ? part : stretch(part, last)
  if (whole === null) return reportWord(part, report)
  const fixes = spaced.texts.map((title): Fix => ({ title, edits: [whole.replacedBy(title)] }))
  if (spaced.isLeg) report('E105', { x: whole.text }, { span: whole.span, expected: spaced.texts, fixes })
  else report('E104', { x: whole.text, list: spaced.texts[0]! }, { span: whole.span, expected: spaced.texts, fixes })
  return { count: spaced.count, reading: repairedPart(whole, spaced.texts[0]!) }
}

interface Spaced {
  count: number
  texts: string[]
  isLeg: boolean
}

/** `rebalance monthly`, `rebalance = monthly`, `rebalance: monthly`. */
function spacedOption(text: string): Spaced | null {
  const match = /^([a-z]+) ?[:=]? ?([^\s=:]\S*)/i.exec(text)
  const key = match?.[1]!.toLowerCase() ?? ''
  if (match === null || !Object.hasOwn(optionTable, key) || match[0].length === match[1]!.length + match[2]!.length) return null
  return { count: wordCount(match[0]), texts: [`${key}=${match[2]}`], isLeg: false }
}

const ticker = String.raw`(\$CASH|[A-Z0-9.^=&_:-]*[A-Z0-9])`
const gap = '(?: ?[-:/] ?| )'
const weight = String.raw`(\d+(?:\.\d+)?|\d+/\d+|\*)( ?%)?`
const withSide = new RegExp(String.raw`^${ticker}${gap}(L|S|LONG|SHORT|BUY|SELL)(?:${gap})?${weight}(?= |$)`, 'i')
const withoutSide = new RegExp(String.raw`^${ticker}(?:${gap}|=)${weight}(?= |$)`, 'i')
const weightFirst = new RegExp(String.raw`^${weight}(?:${gap}(?:OF )?)${ticker}(?= |$)`, 'i')
const sideFirst = new RegExp(String.raw`^(LONG|SHORT|BUY|SELL|L|S)${gap}${ticker}${gap}${weight}(?= |$)`, 'i')

/** `AAPL L 50%`, `AAPL - L - 50%`, `AAPL 50%`, `50% AAPL`, `long AAPL 50%`, `AAPL-L50%`. */
function spacedLeg(text: string): Spaced | null {
  const first = sideFirst.exec(text)
  if (first !== null) return legGuess(first[0], { symbol: first[2]!, side: first[1]!, share: [first[3]!, first[4]] })
  const full = withSide.exec(text)
  if (full !== null) return legGuess(full[0], { symbol: full[1]!, side: full[2]!, share: [full[3]!, full[4]] })
  const turned = weightFirst.exec(text)
  if (turned !== null) return legGuess(turned[0], { symbol: turned[3]!, side: null, share: [turned[1]!, turned[2]] })
  const bare = withoutSide.exec(text)
  if (bare !== null) return legGuess(bare[0], { symbol: bare[1]!, side: null, share: [bare[2]!, bare[3]] })
  return null
}

interface LegWords {
  symbol: string
  side: string | null
  share: [number: string, sign: string | undefined]
}

function legGuess(text: string, { symbol, side, share }: LegWords): Spaced | null {
  if (!/[A-Z]/i.test(symbol)) return null
  const [number, sign] = share
  if (side === null && sign === undefined && Number(number) > 100) return null
  const amount = /^[\d.]+$/.test(number) ? `${number}%` : number
  const sides = side === null ? ['L', 'S'] : [/^[SV]/i.test(side) ? 'S' : 'L']
  return { count: wordCount(text), texts: sides.map((one) => `${symbol.toUpperCase()}-${one}-${amount}`), isLeg: true }
}

function reportWord(part: Part, report: Report): Guess {
  const { text, span } = part
  if (/[-%]/.test(text) || /^[A-Z0-9.^=&_:$]*[A-Z]/.test(text)) {
    const isTicker = /^(\$CASH|[A-Z0-9.^=&_:]{1,12})$/.test(text)
    const fixes = isTicker ? [{ title: `${text}-L-*`, edits: [part.replacedBy(`${text}-L-*`)] }, removal(part)] : [removal(part)]
    report('E105', { x: text }, { span, expected: ['AAPL-L-50%'], fixes })
    return { count: 1, reading: null }
  }
  const options = optionsWithValue(text)
  const fixes = options.map((title): Fix => ({ title, edits: [part.replacedBy(title)] }))
  report('E104', { x: text, list: legList }, { span, expected: options, fixes: [...fixes, removal(part)] })
  return { count: 1, reading: null }
}

/** Every form of a value that an option lists, and those that are words. */
let typedValues: { key: string; value: string }[] | undefined

/** `monthly` was meant as `rebalance=monthly`. */
function optionsWithValue(word: string): string[] {
  if (word.length > longestWord) return []
  typedValues ??= optionKeys.flatMap((key) => optionTable[key].values.map((value) => ({ key, value })))
  const exact = typedValues.filter(({ value }) => value === word.toLowerCase())
  const words = typedValues.map(({ value }) => value).filter((value) => /^[a-z]{3,}$/.test(value))
  const near = exact.length > 0 || word.length < 3 ? [] : nearest(word, new Set(words), 1)
  const found = exact.length > 0 ? exact : typedValues.filter(({ value }) => near.includes(value))
  return found.map(({ key, value }) => `${key}=${value}`)
}

/** `2020-01-01-2023-01-01`, `2020-2022`, `2020-01-01...2023-01-01`. */
function gluedPeriod(text: string): Spaced | null {
  const match = /^((?:19|20)\d{2}(?:-\d{1,2}){0,2})(?:[-/:_~]|\.{1,4})((?:19|20)\d{2}(?:-\d{1,2}){0,2})(?= |$)/.exec(text)
  return match === null ? null : { count: 1, texts: [`${match[1]}..${match[2]}`], isLeg: false }
}

/** A word between two dates that adds nothing. */
export function isDateJoiner(text: string): boolean {
  return /^(to|until|till|through|thru|and|from|between|-+>?|=>)$/i.test(text)
}

/** From one written piece to another; null when either was read out of a repaired one. */
function stretch(first: Part, last: Part): Part | null {
  const isWritten = [first, last].every((part) => part.end - part.start === part.text.length)
  return isWritten ? first.slice(0, last.end - first.start) : null
}

function wordCount(text: string): number {
  return text.split(' ').length
}
