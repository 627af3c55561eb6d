import type { RunPeriod, SimulationResult } from '@portofino/simulator'
import type { Diagnostic, DiagnosticCode } from '@portofino/strategy'
import { wrap } from '../terminal/layout.ts'
import { counted, money, writtenDate } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'

export interface MastheadInput {
  result: Pick<SimulationResult, 'command' | 'period' | 'notes' | 'ruin'>
  /** The command as one would say it. */
  words: string
  currency: string
}

/** What was simulated, in words and as a command, and over which days. Ruin is said before anything else. */
export function masthead({ result, words, currency }: MastheadInput, { width, ink }: Screen): string[] {
  const ruin = result.ruin
    ? wrap(
        `RUINED on ${writtenDate(result.ruin.day)}: the value fell to zero` +
          (result.ruin.shortfall > 0 ? ` and ${money(result.ruin.shortfall, currency)} beyond.` : '.') +
          ' The run stopped there; everything is lost.',
        width,
      ).map((line) => ink.fault(line))
    : []
  return [
    ...(ruin.length > 0 ? [...ruin, ''] : []),
    ...wrap(words, width).map((line) => ink.strong(line)),
    ...wrap(result.command, width).map((line) => ink.muted(line)),
    '',
    ...wrap(periodInWords(result), width),
  ]
}

function periodInWords({ period, notes, ruin }: MastheadInput['result']): string {
  const { from, to, requestedFrom, requestedTo } = period
  const sessions = counted(period.sessions, 'session')
  if (from === requestedFrom && to === requestedTo) {
    return `From ${writtenDate(from)} to ${writtenDate(to)} as asked, ${sessions}.`
  }
  const reasons = [...movedStart(period, notes), ...(ruin ? [] : movedEnd(period, notes))]
  const because = reasons.length === 0 ? '' : `: ${reasons.join(', and ')}`
  return (
    `Asked for ${writtenDate(requestedFrom)} to ${writtenDate(requestedTo)}. ` +
    `Run from ${writtenDate(from)} to ${writtenDate(to)}, ${sessions}${because}.`
  )
}

function movedStart({ from, requestedFrom, startMovedBy }: RunPeriod, notes: readonly Diagnostic[]): string[] {
  if (startMovedBy !== null) return [`${startMovedBy} has no price before ${writtenDate(from)}${cited('W210', notes)}`]
  return from > requestedFrom ? [`the first session is ${writtenDate(from)}`] : []
}

function movedEnd({ to, requestedTo, endMovedBy }: RunPeriod, notes: readonly Diagnostic[]): string[] {
  if (endMovedBy !== null) return [`${endMovedBy} has no price after ${writtenDate(to)}${cited('W211', notes)}`]
  return to < requestedTo ? [`the last session is ${writtenDate(to)}`] : []
}

function cited(wanted: DiagnosticCode, notes: readonly Diagnostic[]): string {
  return notes.some(({ code }) => code === wanted) ? ` (${wanted})` : ''
}
