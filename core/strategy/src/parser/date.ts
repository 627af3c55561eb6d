import { daysInMonth, isRealDate } from '@portofino/market'
import type { Fix } from '../diagnostic.ts'
import { digitsForLetters } from './amount.ts'
import type { Part } from './part.ts'
import type { Report } from './report.ts'

/** The days that a written date may stand for: one day, or the first and last of a month or year. ISO. */
export interface DateReading {
  first: string
  last: string
}

const shape = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const attempt =
  /^(?:\d{4}|\d{8}|\d{1,6}([-/.])\d{1,2}\1\d{1,4}|\d{4,6}[-/]\d{1,2}|\d{1,2}[-/]\d{4}|(?!\d{4}[-/.](?:19|20)\d{2}$)(?:19|20)\d{2}[-/.]?\d{2}[-/.]?\d{2})$/

/** Whether a token was meant as a date, right or wrong. */
export function isDateLike(text: string): boolean {
  return attempt.test(text) || (/^\d[\doOlI]*(?:-[\doOlI]+){2}$/.test(text) && attempt.test(digitsForLetters(text)))
}

/**
 * Reads `2020-01-31`, `2020-1-31`, `2020-01` or `2020`. A date that does not exist (E116) or stands in another notation is
 * read as the nearest real one, which is also its fix.
 */
export function readDate(part: Part, report: Report): DateReading | null {
  const reading = realDate(part.text)
  if (reading !== null) {
    const written = inFull(part.text)
    if (written !== part.text) report('N402', { x: part.text, y: written }, { span: part.span })
    return reading
  }
  const mended = nearestDates(digitsForLetters(part.text))
  const fixes = mended.map((text): Fix => ({ title: text, edits: [part.replacedBy(text)] }))
  report('E116', { x: part.text }, { span: part.span, expected: mended, fixes })
  return mended.length === 0 ? null : realDate(mended[0]!)
}

function realDate(text: string): DateReading | null {
  const match = shape.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const from = Number(match[2] ?? 1)
  const to = Number(match[2] ?? 12)
  if (year === 0 || !isRealDate({ year, month: from, day: 1 })) return null
  if (match[3] === undefined) return { first: iso(year, from, 1), last: iso(year, to, daysInMonth(year, to)) }
  const dayOfMonth = Number(match[3])
  if (!isRealDate({ year, month: from, day: dayOfMonth })) return null
  return { first: iso(year, from, dayOfMonth), last: iso(year, from, dayOfMonth) }
}

/** Month and day with two digits. */
function inFull(text: string): string {
  return text.replace(/-(\d)(?!\d)/g, '-0$1')
}

/** What a wrong date may have meant, likeliest first, each a real date. */
function nearestDates(text: string): string[] {
  const fields = dateFields(text)
  const [a = 0, b = 0, c = 0] = fields.map(Number)
  if (fields.length === 1) return [yearText(a)]
  const yearFirst = fields[0]!.length >= 3 || fields.at(-1)!.length < 3
  if (fields.length === 2) return [yearFirst ? month(a, b) : month(b, a)]
  return [...new Set(yearFirst ? yearMonthDay(fields[0]!.length < 3 ? 2000 + a : a, b, c) : dayAndMonth(c, a, b))]
}

/** Eight digits are year, month and day, even if a hyphen is missing between them. */
function dateFields(text: string): string[] {
  return /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)?.slice(1) ?? text.split(/[-/.]/)
}

/** A month above 12 was probably the day. */
function yearMonthDay(year: number, first: number, second: number): string[] {
  const written = day(year, first, second)
  return first > 12 && second >= 1 && second <= 12 ? [day(year, second, first), written] : [written]
}

/** `3/4/2020` may be either; `13/4/2020` may not. */
function dayAndMonth(year: number, first: number, second: number): string[] {
  if (first > 12) return [day(year, second, first)]
  return second > 12 ? [day(year, first, second)] : [day(year, first, second), day(year, second, first)]
}

function yearText(year: number): string {
  return String(clamp(year, 1, 9999)).padStart(4, '0')
}

function month(year: number, value: number): string {
  return `${yearText(year)}-${twoDigits(clamp(value, 1, 12))}`
}

function day(year: number, monthOfYear: number, dayOfMonth: number): string {
  const real = clamp(monthOfYear, 1, 12)
  return iso(clamp(year, 1, 9999), real, clamp(dayOfMonth, 1, daysInMonth(clamp(year, 1, 9999), real)))
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

function iso(year: number, monthOfYear: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(monthOfYear)}-${twoDigits(dayOfMonth)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
