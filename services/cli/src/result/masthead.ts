import type { RunPeriod, SimulationResult } from '@portofino/simulator'
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

function periodInWords({ period, notes }: Pick<SimulationResult, 'period' | 'notes'>): string {
  const sessions = counted(period.sessions, 'session')
  if (period.from === period.requestedFrom && period.to === period.requestedTo) {
    return `From ${writtenDate(period.from)} to ${writtenDate(period.to)} as asked, ${sessions}.`
  }
  const asked = `Asked for ${writtenDate(period.requestedFrom)} to ${writtenDate(period.requestedTo)}.`
  const run = `Run from ${writtenDate(period.from)} to ${writtenDate(period.to)}, ${sessions}`
  const reasons = [...movedStart(period), ...movedEnd(period)]
  const codes = notes.filter(({ code }) => code === 'W210' || code === 'W211').map(({ code }) => code)
  const cited = codes.length > 0 ? ` (${codes.join(', ')})` : ''
  return reasons.length > 0 ? `${asked} ${run}: ${reasons.join(', and ')}${cited}.` : `${asked} ${run}.`
}

function movedStart({ from, requestedFrom, startMovedBy }: RunPeriod): string[] {
  if (startMovedBy !== null) return [`${startMovedBy} has no price before ${writtenDate(from)}`]
  return from > requestedFrom ? [`the first session is ${writtenDate(from)}`] : []
}

function movedEnd({ to, requestedTo, endMovedBy }: RunPeriod): string[] {
  if (endMovedBy !== null) return [`${endMovedBy} has no price after ${writtenDate(to)}`]
  return to < requestedTo ? [`the last session is ${writtenDate(to)}`] : []
}
