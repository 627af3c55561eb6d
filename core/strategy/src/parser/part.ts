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
  return new WrittenPart(source, start, end)
}

/**
 * A piece read as if a fix had been applied to it: everything inside points at the whole written piece, and every edit
 * writes the whole of it anew.
 */
export function repairedPart(written: Part, repaired: string): Part {
  return new RepairedPart({ written, repaired }, 0, repaired.length)
}

// Classes, because a command makes dozens of these and closures would cost more than the reading.
class WrittenPart implements Part {
  readonly #source: Source
  readonly text: string
  readonly start: number
  readonly end: number

  constructor(source: Source, start: number, end: number) {
    this.#source = source
    this.text = source.text.slice(start, end)
    this.start = start
    this.end = end
  }

  get span(): Span {
    return this.#source.spanOf(this.start, this.end)
  }

  slice(from: number, to = this.end - this.start): Part {
    return new WrittenPart(this.#source, this.start + from, this.start + to)
  }

  replacedBy(text: string): Edit {
    return { start: this.start, end: this.end, text }
  }

  removed(): Edit {
    return { ...withWhiteSpace(this.#source.text, this.start, this.end), text: '' }
  }
}

interface Repair {
  written: Part
  repaired: string
}

class RepairedPart implements Part {
  readonly #repair: Repair
  readonly #from: number
  readonly #to: number

  constructor(repair: Repair, from: number, to: number) {
    this.#repair = repair
    this.#from = from
    this.#to = to
  }

  get text(): string {
    return this.#repair.repaired.slice(this.#from, this.#to)
  }

  get start(): number {
    return this.#repair.written.start
  }

  get end(): number {
    return this.#repair.written.end
  }

  get span(): Span {
    return this.#repair.written.span
  }

  slice(from: number, to = this.#to - this.#from): Part {
    return new RepairedPart(this.#repair, this.#from + from, this.#from + to)
  }

  replacedBy(text: string): Edit {
    const { written, repaired } = this.#repair
    return written.replacedBy(repaired.slice(0, this.#from) + text + repaired.slice(this.#to))
  }

  removed(): Edit {
    const { written, repaired } = this.#repair
    return written.replacedBy(`${repaired.slice(0, this.#from).trimEnd()} ${repaired.slice(this.#to).trimStart()}`.trim())
  }
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
