import type { DiagnosticCode } from '../diagnostic-codes.ts'
import { optionTable } from '../options/table.ts'

/** Neighboring words that together were meant as one thing. */
export interface SpacedForm {
  code: DiagnosticCode & ('E104' | 'E105' | 'E116')
  /** How many words it takes. */
  count: number
  /** How it should have been written, likeliest first. */
  texts: string[]
}

/** Finds such a thing at the beginning of words joined by single blanks. */
export function spacedForm(text: string): SpacedForm | null {
  return dateInWords(text) ?? spacedOption(text) ?? spacedLeg(text) ?? gluedPeriod(text)
}

/** `rebalance monthly`, `rebalance = monthly`, `rebalance: monthly`, `--rebalance=monthly`. */
function spacedOption(text: string): SpacedForm | null {
  const match = /^(-*)([a-z]+)( ?[:=]? ?)([^\s=:]\S*)/i.exec(text)
  const key = match?.[2]!.toLowerCase() ?? ''
  if (match === null || !Object.hasOwn(optionTable, key) || (match[1] === '' && match[3] === '')) return null
  return { code: 'E104', count: wordCount(match[0]), texts: [`${key}=${match[4]}`] }
}

const ticker = String.raw`(?<symbol>\$CASH|[A-Z0-9.^=&_:-]*[A-Z0-9])`
const gap = '(?: ?[-:/_] ?| )'
const share = String.raw`(?<share>\d+(?:\.\d+)?|\d+/\d+|\*)(?<sign> ?%)?`
const side = '(?<side>LONG|SHORT|BUY|SELL|L|S)'
const end = '(?= |$)'

const legForms = [
  `^${side}${gap}${ticker}${gap}${share}${end}`,
  `^${ticker}${gap}${side}(?:${gap})?${share}${end}`,
  `^${ticker}-${share}-${side}${end}`,
  `^${share}${gap}${ticker}-${side}${end}`,
  `^${share}${gap}(?:OF )?${ticker}${end}`,
  `^${ticker}(?:${gap}|=)${share}${end}`,
].map((form) => new RegExp(form, 'i'))

/** `AAPL L 50%`, `AAPL - L - 50%`, `AAPL 50%`, `50% AAPL`, `long AAPL 50%`, `AAPL-L50%`, `AAPL-50%-L`. */
function spacedLeg(text: string): SpacedForm | null {
  for (const form of legForms) {
    const match = form.exec(text)
    if (match?.groups !== undefined) return legOf(match[0], match.groups)
  }
  return null
}

function legOf(text: string, groups: Record<string, string | undefined>): SpacedForm | null {
  const { symbol = '', share: number = '', sign, side: word } = groups
  if (!/[A-Z]/i.test(symbol)) return null
  if (word === undefined && sign === undefined && Number(number) > 100) return null
  const weight = /^[\d.]+$/.test(number) ? `${number}%` : number
  const sides = word === undefined ? ['L', 'S'] : [/^S/i.test(word) ? 'S' : 'L']
  return { code: 'E105', count: wordCount(text), texts: sides.map((one) => `${symbol.toUpperCase()}-${one}-${weight}`) }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const wordedDate = new RegExp(
  String.raw`^(?:${ordinal}[ .-]{1,2})?(${months.join('|')})[a-z]*[ .-]{1,2}(?:${ordinal},? )?(\d{4})${end}`,
  'i',
)

/** `Jan 2020`, `1 January 2020`, `January 1st, 2020`. */
function dateInWords(text: string): SpacedForm | null {
  const match = wordedDate.exec(text)
  if (match === null) return null
  const month = months.indexOf(match[2]!.toLowerCase()) + 1
  const day = match[1] ?? match[3]
  const texts = [[match[4]!, `${month}`.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')]
  return { code: 'E116', count: wordCount(match[0]), texts }
}

/** `2020-01-01-2023-01-01`, `2020-2022`, `2020-01-01...2023-01-01`. */
function gluedPeriod(text: string): SpacedForm | null {
  const match = /^((?:19|20)\d{2}(?:-\d{1,2}){0,2})(?:[-/:_~]|\.{1,4})((?:19|20)\d{2}(?:-\d{1,2}){0,2})(?= |$)/.exec(text)
  return match === null ? null : { code: 'E104', count: 1, texts: [`${match[1]}..${match[2]}`] }
}

function wordCount(text: string): number {
  return text.split(' ').length
}
