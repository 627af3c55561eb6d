import { optionReader } from '../options/read-option.ts'
import type { OptionReader } from '../options/read-option.ts'
import type { DraftPortfolio } from './draft.ts'
import { readLeg } from './leg.ts'
import type { DraftLeg } from './leg.ts'
import { removal } from './part.ts'
import type { Part, Source } from './part.ts'
import { finishPeriod, interruptPeriod, takePeriod } from './period.ts'
import type { Dates } from './draft-period.ts'
import type { Report } from './report.ts'
import { isSplit } from './spaced-forms.ts'
import { insteadOfJoiner, reportUnreadable } from './unreadable.ts'

/** What has been read so far. */
interface Reading {
  legs: DraftLeg[]
  legsAreKnown: boolean
  dates: Dates
  options: OptionReader
  source: Source
  report: Report
}

/** Reads tokens as legs, one period and options, in any order. What follows a bar is refused unread. */
export function readPortfolio(parts: readonly Part[], source: Source, report: Report): DraftPortfolio {
  const dates: Dates = { periods: [], alone: [], pending: null, isWorded: false }
  const reading: Reading = { legs: [], legsAreKnown: true, dates, options: optionReader(report), source, report }
  let index = 0
  while (index < parts.length && parts[index]!.text !== '|' && report.isFull?.() !== true)
    index += readNext(parts, index, reading)
  refuseLaterPortfolios(parts.slice(index), source, report)
  const end = parts[Math.max(index, 1) - 1]?.end ?? source.text.length
  const { options, written } = reading.options.finish()
  const period = finishPeriod(dates, { source, end }, report)
  return { legs: reading.legs, legsAreKnown: reading.legsAreKnown, period, options, written }
}

/** Reads what begins at a token; returns how many tokens that was. */
function readNext(parts: readonly Part[], index: number, reading: Reading): number {
  const part = parts[index]!
  if (part.text === 'let') return refuseLet(parts, index, reading.report)
  const expected = insteadOfJoiner(part.text)
  if (expected !== null) {
    reading.report('E104', { x: part.text, list: expected }, { span: part.span, fixes: [removal(part)] })
    return 1
  }
  if (!isSplit(part.text, parts[index + 1]?.text ?? '')) {
    if (take(part, reading)) return 1
    if (reading.options.takeUnknown(part)) {
      interruptPeriod(reading.dates)
      return 1
    }
  }
  const guess = reportUnreadable({ parts, index, source: reading.source }, reading.report)
  if (guess.reading !== null) {
    take(guess.reading, reading)
  } else {
    interruptPeriod(reading.dates)
    if (guess.isPeriod) reading.dates.isWorded = true
    else reading.legsAreKnown = false
  }
  return guess.count
}

/** Takes a token that is an option, a leg or a part of a period, as the first of these that it looks like. */
function take(part: Part, reading: Reading): boolean {
  const { legs, dates, options, report } = reading
  if (options.take(part)) {
    interruptPeriod(dates)
    return true
  }
  const leg = readLeg(part, report)
  if (leg === undefined) return takePeriod(dates, part, report)
  interruptPeriod(dates)
  if (leg === null) reading.legsAreKnown = false
  else legs.push(leg)
  return true
}

const plannedBaskets = 'named baskets are planned; this version has none'

/** `let name=(…)` and `let name = (…)`. */
function refuseLet(parts: readonly Part[], index: number, report: Report): number {
  let text = ''
  for (let count = 1; count <= 3 && index + count < parts.length; count += 1) {
    text += parts[index + count]!.text
    if (!/^[^=()]+=\(.*\)$/s.test(text)) continue
    const pieces = parts.slice(index, index + count + 1)
    report(
      'E190',
      { feature: 'let' },
      {
        span: parts[index]!.span,
        related: pieces.slice(1).map(({ span }) => span),
        fixes: [removal(...pieces)],
        help: plannedBaskets,
      },
    )
    return count + 1
  }
  report('E190', { feature: 'let' }, { span: parts[index]!.span, fixes: [removal(parts[index]!)], help: plannedBaskets })
  return 1
}

function refuseLaterPortfolios(parts: readonly Part[], source: Source, report: Report): void {
  const [bar] = parts
  const last = parts.at(-1)
  if (bar === undefined || last === undefined) return
  const edits = [{ start: bar.start, end: last.end, text: '' }]
  const title = `remove ${source.text.slice(bar.start, last.end)}`
  const help = 'several portfolios are planned; this version has one a command'
  report('E190', { feature: 'a second portfolio' }, { span: bar.span, fixes: [{ title, edits }], help })
}
