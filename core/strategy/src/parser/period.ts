import type { Fix } from '../diagnostic.ts'
import type { Period, Span } from '../tree.ts'
import { isDateLike, readDate } from './date.ts'
import type { DateReading } from './date.ts'
import type { Part } from './part.ts'
import type { Report } from './report.ts'

/** One end of a period; null where it was meant as a date and cannot be read. */
interface DatePart {
  part: Part
  reading: DateReading | null
}

interface DraftPeriod {
  /** What fixes act on: one token, or two. */
  parts: Part[]
  from: DatePart | null
  to: DatePart | null
}

/** Collects the dates of a portfolio as they come. */
export interface PeriodReader {
  /** Takes a token that is, or was meant as, a period or one end of one; false for any other. */
  take(part: Part): boolean
  /** Says that something else than a date follows. */
  interrupt(): void
  /** Reports what is missing, doubled or out of order; null when no period could be read. */
  finish(place: { end: Span; spanOf(start: number, end: number): Span }): Period | null
}

const endOfTime = '9999-12-31'

export function periodReader(report: Report): PeriodReader {
  const periods: DraftPeriod[] = []
  const alone: DatePart[] = []
  let pending: DatePart | null = null

  function addDate(date: DatePart): void {
    if (pending === null) {
      pending = date
    } else {
      periods.push({ parts: [pending.part, date.part], from: pending, to: date })
      pending = null
    }
  }

  function interrupt(): void {
    if (pending !== null) alone.push(pending)
    pending = null
  }

  function take(part: Part): boolean {
    const { text } = part
    const range = /^([^.][^]*?)\.\.\.?([^.]+)$/.exec(text)
    if (range !== null && isEnd(range[1]!) && isEnd(range[2]!)) {
      interrupt()
      const from = { part: part.slice(0, range[1]!.length), reading: null }
      const to = { part: part.slice(text.length - range[2]!.length), reading: null }
      periods.push({ parts: [part], from: readEnd(from.part, report), to: readEnd(to.part, report) })
      return true
    }
    if (/^(max|ytd|\d+[ym])$/.test(text)) {
      interrupt()
      report('E190', { feature: `the period ${text}` }, { span: part.span, expected: ['2020-01-01 2023-01-01', '2020..2022'] })
      periods.push({ parts: [part], from: null, to: null })
      return true
    }
    if (!isEnd(text)) return false
    addDate(readEnd(part, report))
    return true
  }

  function finish(place: { end: Span; spanOf(start: number, end: number): Span }): Period | null {
    interrupt()
    if (periods.length === 0) periods.push(...periodFromLoose(alone.splice(0), place.end, report))
    const [first, ...others] = periods
    for (const { parts } of others) secondPeriod(parts)
    for (const { part } of alone) secondPeriod([part])
    return first === undefined ? null : checkedPeriod(first, place.spanOf, report)

    function secondPeriod(parts: Part[]): void {
      const span = place.spanOf(parts[0]!.start, parts.at(-1)!.end)
      const related = first === undefined ? [] : [place.spanOf(first.parts[0]!.start, first.parts.at(-1)!.end)]
      const title = `remove ${parts.map(({ text }) => text).join(' ')}`
      report('E115', {}, { span, related, fixes: [{ title, edits: parts.map((part) => part.removed()) }] })
    }
  }

  return { take, interrupt, finish }
}

function isEnd(text: string): boolean {
  return text === 'today' || isDateLike(text)
}

function readEnd(part: Part, report: Report): DatePart {
  if (part.text !== 'today') return { part, reading: readDate(part, report) }
  report('E190', { feature: 'today' }, { span: part.span, expected: ['2023-01-01'] })
  return { part, reading: null }
}

/** E114 for no date at all, one, or two that do not stand together; where a mend exists, it is read. */
function periodFromLoose(dates: DatePart[], end: Span, report: Report): DraftPeriod[] {
  const expected = ['2020-01-01 2023-01-01', '2020..2022']
  const [first, second] = dates
  if (first === undefined) {
    const fixes = [
      { title: 'add 2020-01-01 2023-01-01', edits: [{ start: end.end, end: end.end, text: ' 2020-01-01 2023-01-01' }] },
    ]
    report('E114', {}, { span: end, expected, fixes })
    return []
  }
  if (second === undefined) {
    report('E114', {}, { span: first.part.span, expected, fixes: completed(first) })
    return [{ parts: [first.part], from: first, to: first }]
  }
  const together = `${first.part.text} ${second.part.text}`
  const edits = [first.part.replacedBy(together), second.part.removed()]
  report('E114', {}, { span: second.part.span, related: [first.part.span], expected, fixes: [{ title: together, edits }] })
  dates.splice(0, 2)
  return [{ parts: [first.part, second.part], from: first, to: second }]
}

/** A month or year alone is the whole of it; a day alone begins what is left of its year. */
function completed({ part, reading }: DatePart): Fix[] {
  if (reading === null) return []
  const year = reading.first.slice(0, 4)
  const last = reading.first === reading.last ? laterYearEnd(reading.last) : null
  if (reading.first === reading.last && last === null) return []
  const text = last === null ? `${part.text}..${part.text}` : `${part.text} ${last}`
  return year === '' ? [] : [{ title: text, edits: [part.replacedBy(text)] }]
}

/** The last day of the year, of the next one when the day is that itself. */
function laterYearEnd(day: string): string | null {
  if (day === endOfTime) return null
  const year = Number(day.slice(0, 4)) + (day.endsWith('-12-31') ? 1 : 0)
  return `${String(year).padStart(4, '0')}-12-31`
}

function checkedPeriod(draft: DraftPeriod, spanOf: (start: number, end: number) => Span, report: Report): Period | null {
  const { from, to, parts } = draft
  if (from?.reading == null || to?.reading == null) return null
  if (from !== to && to.reading.last <= from.reading.first) {
    report('E131', {}, { span: to.part.span, related: [from.part.span], fixes: reordered(from, to) })
  }
  return {
    kind: 'range',
    from: from.reading.first,
    to: to.reading.last,
    fromSpan: from.part.span,
    toSpan: to.part.span,
    span: spanOf(parts[0]!.start, parts.at(-1)!.end),
  }
}

function reordered(from: DatePart, to: DatePart): Fix[] {
  if (from.reading!.first !== to.reading!.last) {
    const title = `${to.part.text} ${from.part.text}`
    return [{ title, edits: [from.part.replacedBy(to.part.text), to.part.replacedBy(from.part.text)] }]
  }
  const end = laterYearEnd(to.reading!.last)
  return end === null ? [] : [{ title: end, edits: [to.part.replacedBy(end)] }]
}

/** The fix for a word between two dates that adds nothing. */
export function isDateJoiner(text: string): boolean {
  return /^(to|until|till|through|thru|and|from|between|-+>?|=>)$/i.test(text)
}
