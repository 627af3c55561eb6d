import type { Edit, Fix } from '../diagnostic.ts'
import type { SpanOf } from '../span.ts'
import type { Span } from '../tree.ts'

/** The text that is being read. */
export interface Source {
  readonly text: string
  readonly spanOf: SpanOf
}

/** A piece of the command with its place: what the readers take, cut up and point at. */
export interface Part {
  readonly text: string
  /** In the command, UTF-16. */
  readonly start: number
  readonly end: number
  readonly span: Span
  /** From `from` to `to` of this text, the end by default. */
  slice(from: number, to?: number): Part
  /** The edit that puts another text in the place of this one. */
  replacedBy(text: string): Edit
  /** The edit that takes it out, with the white space beside it. */
  removed(): Edit
}

/** A piece that stands in the command as it is. */
export function writtenPart(source: Source, start: number, end: number): Part {
  return {
    text: source.text.slice(start, end),
    start,
    end,
    get span() {
      return source.spanOf(start, end)
    },
    slice: (from, to = end - start) => writtenPart(source, start + from, start + to),
    replacedBy: (text) => ({ start, end, text }),
    removed: () => ({ ...withWhiteSpace(source.text, start, end), text: '' }),
  }
}

/**
 * A piece read as if a fix had been applied to it: everything inside points at the whole written piece, and every edit
 * writes the whole of it anew.
 */
export function repairedPart(written: Part, repaired: string): Part {
  function piece(from: number, to: number): Part {
    return {
      text: repaired.slice(from, to),
      start: written.start,
      end: written.end,
      span: written.span,
      slice: (start, end = to - from) => piece(from + start, from + end),
      replacedBy: (text) => written.replacedBy(repaired.slice(0, from) + text + repaired.slice(to)),
      removed: () => written.replacedBy(`${repaired.slice(0, from).trimEnd()} ${repaired.slice(to).trimStart()}`.trim()),
    }
  }
  return piece(0, repaired.length)
}

/** The fix that takes pieces out; in the order of the text. White space between two of them goes once. */
export function removal(...parts: readonly Part[]): Fix {
  let from = 0
  const edits = parts.map((part) => {
    const edit = part.removed()
    const start = Math.max(edit.start, from)
    from = edit.end
    return { ...edit, start }
  })
  return { title: `remove ${parts.map(({ text }) => text).join(' ')}`, edits }
}

/** Blanks after the piece go with it; at the end of a line, those before it. Line breaks stay: one may end a comment. */
function withWhiteSpace(text: string, start: number, end: number): { start: number; end: number } {
  let after = end
  while (isBlank(text.charCodeAt(after))) after += 1
  if (after > end && after < text.length) return { start, end: after }
  let before = start
  while (isBlank(text.charCodeAt(before - 1))) before -= 1
  return { start: before, end: after }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09
}
