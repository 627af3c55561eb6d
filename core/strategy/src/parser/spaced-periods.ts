import { wordCount } from './spaced-form.ts'
import type { SpacedForm } from './spaced-form.ts'

/** A period or one end of it in a notation of its own, in one word or several. */
export function spacedPeriod(text: string): SpacedForm | null {
  return quarters(text) ?? dateInWords(text) ?? gluedPeriod(text) ?? timeUntilNow(text)
}

const end = '(?= |$)'
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
  const texts = [[match[4]!, twoDigits(month), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')]
  return { code: 'E116', count: wordCount(match[0]), texts }
}

const date = String.raw`(?:19|20)\d{2}(?:-\d{1,2}){0,2}`
const glued = new RegExp(String.raw`^(${date})(?:[-/:_~]|\.{1,4}|\.{2,4} | \.{2,4})(${date})${end}`)

/** `2020-01-01-2023-01-01`, `2020-2022`, `2020-01-01...2023-01-01`, `2020.. 2022`. */
function gluedPeriod(text: string): SpacedForm | null {
  const match = glued.exec(text)
  return match === null ? null : { code: 'E104', count: wordCount(match[0]), texts: [`${match[1]}..${match[2]}`] }
}

const quarter = '(?:(?:19|20)\\d{2}[- ]?(?:Q[1-4]|H[12])|(?:Q[1-4]|H[12])[- ]?(?:19|20)\\d{2})'
const quarterPeriod = new RegExp(`^(${quarter}|${date})(?:(?: (?:to |until |- )?|-|\\.\\.)(${quarter}|${date}))?${end}`, 'i')

/** `2020-Q1 2021-Q2`, `2020 Q3`, `H1 2020`: quarters and halves of a year, alone or as the ends of a period. */
function quarters(text: string): SpacedForm | null {
  const match = quarterPeriod.exec(text)
  if (match === null || !/[QH]/i.test(match[0])) return null
  const texts = [`${monthOf(match[1]!, 'first')}..${monthOf(match[2] ?? match[1]!, 'last')}`]
  return { code: 'E104', count: wordCount(match[0]), texts }
}

function monthOf(written: string, which: 'first' | 'last'): string {
  const part = /([QH])([1-4])/i.exec(written)
  if (part === null) return written
  const length = part[1]!.toUpperCase() === 'Q' ? 3 : 6
  const last = Number(part[2]) * length
  return `${/(?:19|20)\d{2}/.exec(written)![0]}-${twoDigits(which === 'first' ? last - length + 1 : last)}`
}

/** Whether two words are a period together, though the first could be read as a date alone. */
export function isSplitPeriod(text: string, next: string): boolean {
  if (!/^\d{4}/.test(text)) return false
  if (text.endsWith('.') || next.startsWith('.')) return gluedPeriod(`${text} ${next}`)?.count === 2
  return /[QH]/i.test(next) && quarters(`${text} ${next}`)?.count === 2
}

const unit = '(?:years?|yrs?|months?|quarters?|weeks?|days?)'
const untilNow = new RegExp(
  `^(?:(?:the |for )*(?:last|past|previous) (?:\\d+ ?)?${unit}|\\d+ ?${unit}|since ${date}(?! (?:to |till |until |- )?\\d{4}))${end}`,
  'i',
)

/** `last 5 years`, `5 years`, `since 2020`: which days these are depends on the day. */
function timeUntilNow(text: string): SpacedForm | null {
  const match = untilNow.exec(text)
  return match === null ? null : { code: 'E104', count: wordCount(match[0]), texts: [] }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
