import { diagnostic } from '../diagnostic.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { DraftPortfolio } from '../parser/draft.ts'
import type { DraftLeg } from '../parser/leg.ts'
import type { Part, Source } from '../parser/part.ts'
import { readableParts } from '../parser/parts.ts'
import { finishPeriod, takePeriod } from '../parser/period.ts'
import type { Dates } from '../parser/draft-period.ts'
import { readPortfolio } from '../parser/read-portfolio.ts'
import type { Report } from '../parser/report.ts'
import { readWeight } from '../parser/weight.ts'
import { reportBeyond } from './beyond-legacy.ts'
import { isLegacyDate, legacyLeg } from './legacy-form.ts'

/**
 * Reads legs and then two dates, exactly as the original simulator did. Any other text is read in the default dialect to
 * find its faults; what that dialect allows beyond is E190.
 */
export function readLegacy(tokens: readonly Part[], source: Source, report: Report): DraftPortfolio {
  const legTokens = tokens.slice(0, -2)
  const dateTokens = tokens.slice(-2)
  const isLegacy =
    tokens.length > 2 &&
    legTokens.every(({ text }) => legacyLeg(text) !== null) &&
    dateTokens.every(({ text }) => isLegacyDate(text))
  if (!isLegacy) return readBeyond(tokens, source, report)
  const dates: Dates = { periods: [], alone: [], pending: null, isWorded: false }
  for (const part of dateTokens) takePeriod(dates, part, report)
  return {
    legs: legTokens.map((part) => readLeg(part, report)),
    legsAreKnown: true,
    period: finishPeriod(dates, { source, end: tokens.at(-1)!.end }, report),
    options: {},
    written: new Map(),
  }
}

function readLeg(part: Part, report: Report): DraftLeg {
  const { symbol, side, weight } = legacyLeg(part.text)!
  const weightPart = part.slice(part.text.length - weight.length)
  const read = readWeight(weightPart, part.text.slice(0, -weight.length), report)!
  return {
    part,
    subject: { kind: 'instrument', market: null, symbol, span: part.slice(0, symbol.length).span },
    side,
    ...read,
    weightPart,
  }
}

function readBeyond(tokens: readonly Part[], source: Source, report: Report): DraftPortfolio {
  const found: Diagnostic[] = []
  const collect: Report = (code, values, place) => {
    const fault = diagnostic(code, values, place)
    if (fault.severity === 'error' && !isLegacyTicker(fault)) {
      found.push(fault)
      report(code, values, place)
    }
  }
  const draft = readPortfolio(readableParts(source, collect), source, collect)
  reportBeyond(tokens, { source, draft, found }, report)
  return draft

  // The original took any run of letters, digits, dots and hyphens.
  function isLegacyTicker({ code, span }: Diagnostic): boolean {
    return (
      code === 'E106' && tokens.some(({ start, end, text }) => start <= span.start && span.end <= end && legacyLeg(text) !== null)
    )
  }
}
