import type { Span } from './tree.ts'

/** One line of a command, printable, with the marks that go below it. */
export interface SourceExcerpt {
  source: string
  /** `^` below the primary span, `~` below related ones; as many columns as code points. */
  marks: string
}

export interface SourceLine {
  start: number
  end: number
}

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
/** What would break the columns or steer a terminal: controls, directions, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]/gu

/** The text with a tab as one space and every unprintable character as the replacement character. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(unprintable, '\ufffd')
}

/** Where each line begins and ends, without its line break. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let start = 0
  for (const match of text.matchAll(lineBreak)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: text.length })
  return lines
}

/** The last line that begins at or before the offset. */
export function lineAt(lines: readonly SourceLine[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Marked {
  line: SourceLine
  /** What must stay visible when the line is cut. */
  focus: Span
  primary: readonly Span[]
  related: readonly Span[]
}

/** A line cut to `width` columns around the focus, `…` where something was left out; blank lines give empty texts. */
export function sourceExcerpt(text: string, { line, focus, primary, related }: Marked, width: number): SourceExcerpt {
  const near = nearFocus(text, line, { focus, width })
  const columnOf = (offset: number): number => codePoints(text, near.start, Math.min(Math.max(offset, near.start), near.end))
  const from = columnOf(focus.start)
  const window = visibleColumns({ from, to: Math.max(columnOf(focus.end), from + 1) }, columnOf(near.end), width)
  const cells = Array.from({ length: window.to - window.from + 1 }, () => ' ')
  const mark = (spans: readonly Span[], sign: string): void => {
    for (const span of spans) {
      const first = columnOf(span.start)
      const last = Math.max(columnOf(span.end), first + 1)
      cells.fill(sign, Math.max(first - window.from, 0), Math.max(last - window.from, 0))
    }
  }
  mark(related, '~')
  mark(primary, '^')
  const before = near.start > line.start || window.from > 0
  const after = near.end < line.end || window.to < columnOf(near.end)
  const shown = Array.from(text.slice(near.start, near.end)).slice(window.from, window.to).join('')
  if (printable(shown).trim() === '') return { source: '', marks: '' }
  return {
    source: `${before ? '…' : ''}${printable(shown)}${after ? '…' : ''}`.trimEnd(),
    marks: `${before ? ' ' : ''}${cells.join('')}`.trimEnd(),
  }
}

/** Bounds the work on a line of a megabyte: only so much of it as could be shown. */
function nearFocus(text: string, line: SourceLine, { focus, width }: { focus: Span; width: number }): SourceLine {
  const start = Math.max(line.start, focus.start - 2 * width)
  const end = Math.min(line.end, focus.start + 4 * width)
  return {
    start: start > line.start && isLowSurrogate(text, start) ? start - 1 : start,
    end: isLowSurrogate(text, end) ? end - 1 : end,
  }
}

function visibleColumns(focus: { from: number; to: number }, length: number, width: number): { from: number; to: number } {
  if (length <= width) return { from: 0, to: length }
  const room = width - 2
  const margin = Math.max(0, Math.floor((room - (focus.to - focus.from)) / 2))
  const from = Math.max(0, Math.min(focus.from - margin, length - room))
  return { from, to: Math.min(length, from + room) }
}

function isLowSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0
  for (let offset = start; offset < end; offset += text.codePointAt(offset)! > 0xffff ? 2 : 1) count += 1
  return count
}
