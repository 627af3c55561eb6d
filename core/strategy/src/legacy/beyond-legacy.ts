import type { Diagnostic, Fix } from '../diagnostic.ts'
import { lex } from '../lexer/lex.ts'
import type { DraftPortfolio } from '../parser/draft.ts'
import { removal, writtenPart } from '../parser/part.ts'
import type { Part, Source } from '../parser/part.ts'
import type { Report } from '../parser/report.ts'
import { printLeg } from '../print-leg.ts'
import type { Period } from '../tree.ts'
import { isLegacyDate, legacyLeg } from './legacy-form.ts'

interface DefaultReading {
  source: Source
  draft: DraftPortfolio
  /** The errors that stand without the limits of the legacy dialect. */
  found: readonly Diagnostic[]
}

/** A form that only the default dialect has, and how the original simulator would have it written. */
interface Beyond {
  feature: string
  fixes: Fix[]
}

const help = 'the legacy dialect has legs and two dates only; the default dialect reads this'
const orderHelp = 'the legacy dialect has its two dates last; the default dialect takes them anywhere'

/** E190 for whatever the default dialect reads and the original simulator did not. */
export function reportBeyond(tokens: readonly Part[], reading: DefaultReading, report: Report): void {
  const { source, found } = reading
  const { comments } = lex(source.text)
  const covered: { start: number; end: number }[] = [...found.map(({ span }) => span), ...comments]
  let count = found.length + comments.length
  for (const { start, end } of comments) {
    const comment = writtenPart(source, start, end)
    report('E190', { feature: 'a comment' }, { span: comment.span, fixes: [removal(comment)], help })
  }
  for (const token of tokens) {
    if (legacyLeg(token.text) !== null || isLegacyDate(token.text) || isCovered(token, covered)) continue
    const { feature, fixes } = beyond(token, reading.draft)
    report('E190', { feature }, { span: token.span, fixes, help })
    count += 1
  }
  if (count === 0 && reading.draft.legs.length > 0) reportOrder(tokens, report)
}

/** Every word is as it was, so only their order is not: dates come last. */
function reportOrder(tokens: readonly Part[], report: Report): void {
  const dates = tokens.filter(({ text }) => isLegacyDate(text))
  const legs = tokens.filter(({ text }) => !isLegacyDate(text))
  const last = tokens.at(-1)!
  const end = last.slice(last.text.length)
  const edits = [...dates.map((date) => date.removed()), end.replacedBy(` ${dates.map(({ text }) => text).join(' ')}`)]
  const title = [...legs, ...dates].map(({ text }) => text).join(' ')
  report(
    'E190',
    { feature: 'a period before a leg' },
    { span: (dates[0] ?? last).span, fixes: [{ title, edits }], help: orderHelp },
  )
}

function beyond(token: Part, { legs, options, period }: DraftPortfolio): Beyond {
  const leg = legs.find(({ part }) => touches(part, token))
  if (leg !== undefined)
    return { feature: legFeature(token.text), fixes: rewritten(token, printLeg({ ...leg, span: token.span })) }
  const option = Object.entries(options).find(([, { span }]) => touches(span, token))
  if (option !== undefined) return { feature: `the option ${option[0]}`, fixes: [removal(token)] }
  return { feature: `"${token.text}"`, fixes: period === null ? [removal(token)] : [...fullDates(token, period), removal(token)] }
}

/** The nearest thing to name: what the original simulator lacked first, read from the right. */
function legFeature(text: string): string {
  if (text.endsWith('*')) return 'an equal share'
  if (!text.endsWith('%')) return 'a fraction'
  if (/\.\d+%$/.test(text)) return 'a decimal weight'
  if (/^\$CASH-/i.test(text)) return '$CASH'
  if (/[a-z]/.test(text)) return 'lower case'
  if (text.includes(':')) return 'a market'
  return /^[A-Z0-9.-]+-[LS]-\d{1,3}%$/.test(text) ? 'a ticker of more than 10 characters' : `"${text}"`
}

function rewritten(token: Part, text: string): Fix[] {
  return legacyLeg(text) === null ? [] : [{ title: text, edits: [token.replacedBy(text)] }]
}

function fullDates(token: Part, { from, to, fromSpan, toSpan }: Period): Fix[] {
  const isFrom = touches(fromSpan, token)
  const isTo = touches(toSpan, token)
  if (!isFrom && !isTo) return []
  const text = isFrom && isTo ? `${from} ${to}` : isFrom ? from : to
  return [{ title: text, edits: [token.replacedBy(text)] }]
}

function isCovered(token: Part, covered: readonly { start: number; end: number }[]): boolean {
  return covered.some((place) => touches(place, token))
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}
