import { optionReader } from '../options/read-option.ts'
import type { DraftPortfolio } from './draft.ts'
import { readLeg } from './leg.ts'
import type { DraftLeg } from './leg.ts'
import { removal } from './part.ts'
import type { Part, Source } from './part.ts'
import { finishPeriod, interruptPeriod, takePeriod } from './period.ts'
import type { Dates } from './period.ts'
import type { Report } from './report.ts'
import { isDateJoiner, reportUnreadable } from './unreadable.ts'

/** Reads tokens as legs, one period and options, in any order. What follows a bar is refused unread. */
export function readPortfolio(parts: readonly Part[], source: Source, report: Report): DraftPortfolio {
  const legs: DraftLeg[] = []
  const dates: Dates = { periods: [], alone: [], pending: null }
  const options = optionReader(report)
  let legsAreKnown = true
  let index = 0

  while (index < parts.length && parts[index]!.text !== '|') {
    const part = parts[index]!
    if (isDateJoiner(part.text)) {
      report('E104', { x: part.text, list: 'two dates beside each other' }, { span: part.span, fixes: [removal(part)] })
      index += 1
    } else if (part.text === 'let') {
      index += refuseLet(parts, index, report)
    } else if (take(part)) {
      index += 1
    } else {
      index += guess(index)
    }
  }
  refuseLaterPortfolios(parts.slice(index), source, report)
  const end = parts[Math.max(index, 1) - 1]?.end ?? source.text.length
  const { options: read, written } = options.finish()
  return { legs, legsAreKnown, period: finishPeriod(dates, { source, end }, report), options: read, written }

  function take(part: Part): boolean {
    if (options.take(part)) {
      interruptPeriod(dates)
      return true
    }
    const leg = readLeg(part, report)
    if (leg === undefined) return takePeriod(dates, part, report)
    interruptPeriod(dates)
    if (leg === null) legsAreKnown = false
    else legs.push(leg)
    return true
  }

  function guess(at: number): number {
    interruptPeriod(dates)
    if (options.takeUnknown(parts[at]!)) return 1
    const { count, reading } = reportUnreadable(parts, at, report)
    if (reading === null) legsAreKnown = false
    else take(reading)
    return count
  }
}

/** `let name=(…)` and `let name = (…)`. */
function refuseLet(parts: readonly Part[], index: number, report: Report): number {
  let text = ''
  for (let count = 1; count <= 3 && index + count < parts.length; count += 1) {
    text += parts[index + count]!.text
    if (!/^[^=()]+=\(.*\)$/s.test(text)) continue
    const pieces = parts.slice(index, index + count + 1)
    const fixes = [
      { title: `remove ${pieces.map((piece) => piece.text).join(' ')}`, edits: pieces.map((piece) => piece.removed()) },
    ]
    report('E190', { feature: 'let' }, { span: parts[index]!.span, related: pieces.slice(1).map(({ span }) => span), fixes })
    return count + 1
  }
  report('E190', { feature: 'let' }, { span: parts[index]!.span, fixes: [removal(parts[index]!)] })
  return 1
}

function refuseLaterPortfolios(parts: readonly Part[], source: Source, report: Report): void {
  const [bar] = parts
  const last = parts.at(-1)
  if (bar === undefined || last === undefined) return
  const edits = [{ start: bar.start, end: last.end, text: '' }]
  const title = `remove ${source.text.slice(bar.start, last.end)}`
  report('E190', { feature: 'a second portfolio' }, { span: bar.span, fixes: [{ title, edits }] })
}
