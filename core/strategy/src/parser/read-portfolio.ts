import { optionReader } from '../options/read-option.ts'
import type { DraftPortfolio } from './draft.ts'
import { readLeg } from './leg.ts'
import type { DraftLeg } from './leg.ts'
import { removal } from './part.ts'
import type { Part, Source } from './part.ts'
import { isDateJoiner, periodReader } from './period.ts'
import type { Report } from './report.ts'
import { reportUnreadable } from './unreadable.ts'

/** Reads tokens as legs, one period and options, in any order. What follows a bar is refused unread. */
export function readPortfolio(parts: readonly Part[], source: Source, report: Report): DraftPortfolio {
  const legs: DraftLeg[] = []
  const period = periodReader(report)
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
  const end = parts[Math.max(index, 1) - 1]!.end
  const { options: read, written } = options.finish()
  const draft = period.finish({ end: source.spanOf(end, end), spanOf: source.spanOf })
  return { legs, legsAreKnown, period: draft, options: read, written }

  function take(part: Part): boolean {
    if (options.take(part)) {
      period.interrupt()
      return true
    }
    const leg = readLeg(part, report)
    if (leg === undefined) return period.take(part)
    period.interrupt()
    if (leg === null) legsAreKnown = false
    else legs.push(leg)
    return true
  }

  function guess(at: number): number {
    period.interrupt()
    const isAssignment = /^[A-Za-z][A-Za-z_-]*=/.test(parts[at]!.text)
    const guessed =
      isAssignment && options.takeUnknown(parts[at]!) ? { count: 1, reading: null } : reportUnreadable(parts, at, report)
    if (guessed.reading === null && !isAssignment) legsAreKnown = false
    if (guessed.reading !== null) take(guessed.reading)
    return guessed.count
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
