import type { Edit } from '@portofino/strategy'

export interface Range {
  start: number
  end: number
}

/** A fault, warning or note with its place in the editor's text; from the library or from the server, which say the same. */
export interface Fault extends Range {
  code: string
  severity: 'error' | 'warning' | 'note'
  message: string
  related: Range[]
  fixes: { title: string; edits: Edit[] }[]
  help: string | null
}

/** What the library's and the wire's diagnostics have in common. */
export interface Diagnosed {
  code: string
  severity: Fault['severity']
  message: string
  span: Range
  related: readonly Range[]
  fixes: readonly { title: string; edits: readonly Edit[] }[]
  help?: string
}

/** Diagnostics of a command that begins at this offset of the text. */
export function faultsAt(diagnostics: readonly Diagnosed[], offset: number): Fault[] {
  const moved = <Place extends Range>(place: Place): Place => ({
    ...place,
    start: place.start + offset,
    end: place.end + offset,
  })
  return diagnostics.map(({ code, severity, message, span, related, fixes, help }) => ({
    code,
    severity,
    message,
    start: span.start + offset,
    end: span.end + offset,
    related: related.map(({ start, end }) => moved({ start, end })),
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map(moved) })),
    help: help ?? null,
  }))
}

/** Whether a symbol is unknown on a server that has the sample prices only, whatever whoever runs it could do about that. */
export function isBeyondSample({ code, help }: Pick<Fault, 'code' | 'help'>): boolean {
  return code === 'E301' && help?.startsWith('The source of prices is "sample".') === true
}

/** What is underlined: an empty place takes the character before it, so that it can be seen. */
export function visibleRange({ start, end }: Range, text: string): Range {
  const before = Math.max(0, start - 1)
  return start === end && /\S/.test(text.slice(before, start)) ? { start: before, end } : { start, end }
}

/** `character 17`, `characters 8 and 19`, `line 2, character 3`: columns count whole characters from 1. */
export function placeInWords({ start, related }: Pick<Fault, 'start' | 'related'>, text: string): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(0, lineStart).split('\n').length
  const inLine = [...related.map((range) => range.start), start].filter((offset) => offset >= lineStart)
  const columns = [...new Set(inLine.toSorted((a, b) => a - b).map((offset) => columnOf(text.slice(lineStart, offset))))]
  const where = columns.length === 1 ? `character ${columns[0]}` : `characters ${listOf(columns)}`
  return line === 1 ? where : `line ${line}, ${where}`
}

function columnOf(before: string): number {
  return Array.from(before).length + 1
}

function listOf(columns: readonly number[]): string {
  return `${columns.slice(0, -1).join(', ')} and ${columns.at(-1)}`
}
