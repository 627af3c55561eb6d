import type { Period } from '../tree.ts'
import { isDateLike, readDate } from './date.ts'
import type { DatePart, Dates, DraftPeriod } from './draft-period.ts'
import type { Part, Source } from './part.ts'
import { bothEnds, laterYearEnd, needsDates, periodFromLoose, periodForms, reportSecond } from './period-faults.ts'
import type { Report } from './report.ts'

/** Takes a token that is, or was meant as, a period or one end of one; false for any other. */
export function takePeriod(dates: Dates, part: Part, report: Report): boolean {
  const { text } = part
  if (isEnd(text)) {
    addDate(dates, readEnd(part, report))
    return true
  }
  if (/^(max|ytd|\d+[ym])$/.test(text)) {
    interruptPeriod(dates)
    const help = `periods without dates are planned; this version ${needsDates}`
    report('E190', { feature: `the period ${text}` }, { span: part.span, expected: periodForms, help })
    dates.periods.push({ parts: [part], from: null, to: null })
    return true
  }
  const dots = text.indexOf('..')
  if (dots >= 0 && isOneEnded(text)) {
    interruptPeriod(dates)
    report('E114', {}, { span: part.span, expected: periodForms, help: bothEnds })
    dates.periods.push({ parts: [part], from: null, to: null })
    return true
  }
  if (dots < 0 || !isEnd(text.slice(0, dots)) || !isEnd(text.slice(dots + 2))) return false
  interruptPeriod(dates)
  const from = readEnd(part.slice(0, dots), report)
  dates.periods.push({ parts: [part], from, to: readEnd(part.slice(dots + 2), report) })
  return true
}

/** Says that something else than a date follows. */
export function interruptPeriod(dates: Dates): void {
  if (dates.pending !== null) dates.alone.push(dates.pending)
  dates.pending = null
}

/** Reports what is missing, doubled or out of order; null when no period could be read. */
export function finishPeriod(dates: Dates, { source, end }: { source: Source; end: number }, report: Report): Period | null {
  interruptPeriod(dates)
  if (dates.periods.length === 0) dates.periods.push(...periodFromLoose(dates, source.spanOf(end, end), report))
  const [first, ...others] = dates.periods
  if (first === undefined) return null
  for (const { parts } of others) reportSecond(parts, { first, source, report })
  for (const { part } of dates.alone) reportSecond([part], { first, source, report })
  return checkedPeriod(first, source, report)
}

function addDate(dates: Dates, date: DatePart): void {
  if (dates.pending === null) {
    dates.pending = date
  } else {
    dates.periods.push({ parts: [dates.pending.part, date.part], from: dates.pending, to: date })
    dates.pending = null
  }
}

/** `2020..` and `..2020`: nothing tells where the other end is. */
function isOneEnded(text: string): boolean {
  return /^\.\.|\.\.$/.test(text) && isEnd(text.replace(/^\.\.|\.\.$/, ''))
}

function isEnd(text: string): boolean {
  return text === 'today' || isDateLike(text)
}

function readEnd(part: Part, report: Report): DatePart {
  if (part.text !== 'today') return { part, reading: readDate(part, report) }
  const help = 'today is planned; this version has no dates but written ones, such as 2023-01-01'
  report('E190', { feature: 'today' }, { span: part.span, expected: ['2023-01-01'], help })
  return { part, reading: null }
}

function checkedPeriod({ from, to, parts }: DraftPeriod, { spanOf }: Source, report: Report): Period | null {
  const start = from?.reading
  const end = to?.reading
  if (from === null || to === null || !start || !end) return null
  if (from !== to && end.last <= start.first) {
    report('E131', {}, { span: to.part.span, related: [from.part.span], fixes: start.first === end.last ? later() : swapped() })
  }
  return {
    kind: 'range',
    from: start.first,
    to: end.last,
    fromSpan: from.part.span,
    toSpan: to.part.span,
    span: spanOf(parts[0]!.start, parts.at(-1)!.end),
  }

  function swapped(): { title: string; edits: ReturnType<Part['replacedBy']>[] }[] {
    const title = `${to!.part.text} ${from!.part.text}`
    return [{ title, edits: [from!.part.replacedBy(to!.part.text), to!.part.replacedBy(from!.part.text)] }]
  }

  function later(): ReturnType<typeof swapped> {
    const day = laterYearEnd(end!.last)
    return day === null ? [] : [{ title: day, edits: [to!.part.replacedBy(day)] }]
  }
}
