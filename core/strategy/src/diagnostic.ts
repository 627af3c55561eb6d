import type { DiagnosticCode } from './diagnostic-codes.ts'
import type { Span } from './tree.ts'

/** One fault, warning or note about a command; the same object for command line, HTTP and editor. */
export interface Diagnostic {
  code: DiagnosticCode
  /** By the code's first letter: E, W, N. Only errors leave a command without a tree. */
  severity: 'error' | 'warning' | 'note'
  /** One line, without code and position. */
  message: string
  span: Span
  /** Other places that take part in the fault. */
  related: Span[]
  /** What could stand here instead, as typed; empty where there is no such list. */
  expected: string[]
  fixes: Fix[]
  /** One more line where the message must stay short: the source's name and how to use another. */
  help?: string
}

/** Applying all edits gives a command with fewer errors. Edits do not overlap and are in order. */
export interface Fix {
  /** As short as the thing it writes: `MSFT-L-50%`, `add $CASH-L-10%`, `norm=on`. */
  title: string
  edits: Edit[]
}

/** Replaces the UTF-16 range by the text. */
export interface Edit {
  start: number
  end: number
  text: string
}
