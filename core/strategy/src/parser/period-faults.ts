import type { Fix } from '../diagnostic.ts'
import type { Span } from '../tree.ts'
import { removal } from './part.ts'
import type { Part, Source } from './part.ts'
import type { DatePart, Dates, DraftPeriod } from './draft-period.ts'
import type { Report } from './report.ts'

export const periodForms: string[] = ['2020-01-01 2023-01-01', '2020..2022']

/** How a sentence goes on that tells what a period has to be. */
export const needsDates: string = `needs a start and an end, such as ${periodForms[0]}`
export const bothEnds: string = `a period ${needsDates}`

const endOfTime = '9999-12-31'

/**
 * E114 for no date at all, for one, or for two that do not stand together. The period that the mend would give is read,
 * and its dates are taken out of the loose ones.
 */
export function periodFromLoose({ alone, isWorded }: Dates, end: Span, report: Report): DraftPeriod[] {
  const [first, second] = alone.splice(0, 2)
  if (first === undefined) {
    const added = { title: `add ${periodForms[0]}`, edits: [{ start: end.end, end: end.end, text: ` ${periodForms[0]}` }] }
    report('E114', {}, { span: end, expected: periodForms, fixes: isWorded ? [] : [added], help: bothEnds })
    return []
  }
  if (second === undefined) {
    report('E114', {}, { span: first.part.span, expected: periodForms, fixes: completed(first), help: bothEnds })
    return [{ parts: [first.part], from: first, to: first }]
  }
  const together = `${first.part.text} ${second.part.text}`
  const fixes = [{ title: together, edits: [first.part.replacedBy(together), second.part.removed()] }]
  report(
    'E114',
    {},
    {
      span: second.part.span,
      related: [first.part.span],
      expected: periodForms,
      fixes,
      help: 'the two dates of a period stand beside each other',
    },
  )
  return [{ parts: [first.part, second.part], from: first, to: second }]
}

/** E115, for one token or two. */
export function reportSecond(
  parts: Part[],
  { first, source, report }: { first: DraftPeriod; source: Source; report: Report },
): void {
  const related = [source.spanOf(first.parts[0]!.start, first.parts.at(-1)!.end)]
  report('E115', {}, { span: source.spanOf(parts[0]!.start, parts.at(-1)!.end), related, fixes: [removal(...parts)] })
}

/** The last day of the year, of the next one when the day is that itself; null at the end of the calendar. */
export function laterYearEnd(day: string): string | null {
  if (day === endOfTime) return null
  const year = Number(day.slice(0, 4)) + (day.endsWith('-12-31') ? 1 : 0)
  return `${String(year).padStart(4, '0')}-12-31`
}

/** A month or year alone is the whole of it; a day alone begins what is left of its year. */
function completed({ part, reading }: DatePart): Fix[] {
  if (reading === null) return []
  const end = reading.first === reading.last ? laterYearEnd(reading.last) : ''
  if (end === null) return []
  const text = end === '' ? `${part.text}..${part.text}` : `${part.text} ${end}`
  return [{ title: text, edits: [part.replacedBy(text)] }]
}
