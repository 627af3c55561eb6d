import type { RunResult } from '../../../api/queries.ts'
import { count, day } from '../../../format.ts'
import { daysBetween, moved, span } from './run-range.ts'

/** Words of a sentence; `code` is set in the face of commands. */
export interface Phrase {
  text: string
  look?: 'strong' | 'code'
}

/** What to know of the period and the prices of a run before its figures. */
interface RunNotice {
  /** A leg begins much later than was asked. */
  isClipped: boolean
  phrases: Phrase[]
  /** Warnings and notes that the sentences do not hold. */
  notes: { code: string; message: string }[]
}

/** Later than this many days, a start is worth a warning. */
const clippedAfterDays = 7
const told = new Set(['W210', 'W211'])

export function runNotice(result: RunResult): RunNotice {
  const { period, notes } = result
  const isClipped = period.start_moved_by !== null && daysBetween(period.requested_from, period.from) > clippedAfterDays
  const asked = period.requested_from !== period.from || period.requested_to !== period.to
  const phrases: Phrase[] = []
  if (isClipped)
    phrases.push({ text: `Starts ${span(period.requested_from, period.from)} later than you asked. `, look: 'strong' })
  if (asked) phrases.push({ text: `You asked for ${day(period.requested_from)} to ${day(period.requested_to)}. ` })
  phrases.push({ text: 'The run covers ' }, { text: `${day(period.from)} to ${day(period.to)}`, look: 'strong' })
  phrases.push({ text: `, ${count(period.sessions)} sessions` }, ...joined(reasons(result)), { text: '. ' }, ...source(result))
  return {
    isClipped,
    phrases,
    notes: notes.filter(({ code }) => !told.has(code)).map(({ code, message }) => ({ code, message })),
  }
}

function joined(parts: Phrase[][]): Phrase[] {
  return parts.flatMap((part, place) => [{ text: place === 0 ? ': ' : ', and ' }, ...part])
}

function reasons({ period, ruin }: RunResult): Phrase[][] {
  const { from, to, requested_from: askedFrom, requested_to: askedTo } = period
  const parts: Phrase[][] = []
  if (askedFrom !== from) parts.push(startReason(period))
  if (ruin !== null) parts.push([{ text: `nothing was left on ${day(ruin.date)}` }])
  else if (askedTo !== to && period.end_moved_by !== null)
    parts.push(movedBy(period.end_moved_by, `no price after ${day(to)}`, 'W211'))
  else if (askedTo !== to) parts.push(closed({ from: moved(to, { days: 1 }), to: askedTo }))
  return parts
}

function startReason({ from, requested_from: asked, start_moved_by: symbol }: RunResult['period']): Phrase[] {
  if (symbol !== null) return movedBy(symbol, `no price before ${day(from)}`, 'W210')
  return closed({ from: asked, to: moved(from, { days: -1 }) })
}

function movedBy(symbol: string, what: string, code: string): Phrase[] {
  return [{ text: symbol, look: 'code' }, { text: ` has ${what} (` }, { text: code, look: 'code' }, { text: ')' }]
}

function closed({ from, to }: { from: string; to: string }): Phrase[] {
  return [{ text: `the market was closed ${from === to ? `on ${day(to)}` : `from ${firstOf(from, to)} to ${day(to)}`}` }]
}

/** The first of two days, without what both have in common: `1` before `2 Jan 2005`. */
function firstOf(from: string, to: string): string {
  return from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : day(from)
}

function source({ data_source: from, data_version: version, engine_version: engine }: RunResult): Phrase[] {
  const name = from === 'sample' ? 'Sample prices' : `Prices of ${from}`
  return [{ text: `${name}, data ` }, { text: version.slice(0, 8), look: 'code' }, { text: `, engine ${engine}.` }]
}

/** Commands that keep the start that was asked for, by holding cash or by sharing the weight, until the late leg has prices. */
export function keptStarts(command: string): { words: string; command: string }[] {
  if (/(^|\s)late=/i.test(command)) return []
  return [
    { words: 'hold cash until then', command: `${command} late=cash` },
    { words: 'give its share to the others until then', command: `${command} late=spread` },
  ]
}
