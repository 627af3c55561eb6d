import { parse, tokens } from '@portofino/strategy'
import type { ColorKind } from '@portofino/strategy'

/** One run's command, and where it stands in the editor. */
export interface WrittenCommand {
  text: string
  start: number
  end: number
}

/**
 * The commands of the editor's text: a line each, but one command may be spread over lines, as line breaks are only white space to the
 * language. Empty without any.
 */
export function writtenCommands(text: string): WrittenCommand[] {
  const lines = linesOf(text)
  const [first, ...rest] = lines
  if (first === undefined) return []
  return isOne(text, first, rest) ? [{ text, start: 0, end: text.length }] : lines
}

function isOne(text: string, first: WrittenCommand, rest: readonly WrittenCommand[]): boolean {
  if (rest.length === 0 || !isWhole(first) || !rest.some(beginsAnother)) return true
  // Two periods are never one command, and need not be read as one with each key.
  return !rest.some(isWhole) && parse(text).ast !== null
}

/** Without blank lines and those that only comment. */
function linesOf(text: string): WrittenCommand[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }) => ({
    text: line.trimEnd(),
    start: index,
    end: index + line.trimEnd().length,
  })).filter(({ text: line }) => /^\s*[^\s#]/.test(line))
}

/** Whether legs and a period stand there: such a line is a run of its own. */
function isWhole({ text }: WrittenCommand): boolean {
  const kinds = new Set(tokens(text).map(({ kind }) => kind))
  return (kinds.has('instrument') || kinds.has('cash')) && kinds.has('date')
}

const beginnings: readonly ColorKind[] = ['instrument', 'cash', 'date']

/** Whether a line holds, or begins to hold, what the first line has already; options alone still belong to it. */
function beginsAnother({ text }: WrittenCommand): boolean {
  return tokens(text).some(
    ({ kind, start, end }) => beginnings.includes(kind) || (kind === 'unknown' && /^[A-Z^$]/.test(text.slice(start, end))),
  )
}

/** The command that the caret stands in, or the nearest one before it. */
export function commandAt(commands: readonly WrittenCommand[], caret: number): WrittenCommand | null {
  return commands.findLast(({ start }) => start <= caret) ?? commands[0] ?? null
}
