import { diagnosticTemplates } from './diagnostic-codes.ts'
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

/** Where a diagnostic stands, and what it offers. */
export interface DiagnosticPlace {
  span: Span
  related?: Span[]
  expected?: string[]
  fixes?: Fix[]
  help?: string
}

const severities: Readonly<Record<string, Diagnostic['severity']>> = { E: 'error', W: 'warning', N: 'note' }

/**
 * A diagnostic with its message filled in. A name of the message that has no value is a TypeError; values that the
 * message does not use are ignored.
 *
 * ```ts
 * const span = { start: 0, end: 4, utf8Start: 0, utf8End: 4 }
 * assert.equal(diagnostic('E122', { t: 'AAPL' }, { span }).message, 'AAPL appears twice')
 * ```
 */
export function diagnostic(
  code: DiagnosticCode,
  values: Readonly<Record<string, string | number>>,
  { span, related = [], expected = [], fixes = [], help }: DiagnosticPlace,
): Diagnostic {
  const message = diagnosticTemplates[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new TypeError(`Cannot word ${code}: no value for {${name}}, got ${JSON.stringify(values)}`)
    return String(value)
  })
  const severity = severities[code.charAt(0)]!
  const body = { code, severity, message, span, related, expected, fixes }
  return help === undefined ? body : { ...body, help }
}
