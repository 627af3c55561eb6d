import type { Diagnostic, DiagnosticCode, Fix, Span } from '@portofino/strategy'

/** A diagnostic as it goes over the wire. */
export interface DiagnosticDocument {
  code: DiagnosticCode
  severity: 'error' | 'warning' | 'note'
  message: string
  span: SpanDocument
  related: SpanDocument[]
  expected: string[]
  fixes: Fix[]
  help?: string
}

export interface SpanDocument {
  start: number
  end: number
  utf8_start: number
  utf8_end: number
}

/**
 * The same diagnostic with snake_case names.
 *
 * ```ts
 * import { parse } from '@portofino/strategy'
 * const [fault] = parse('AAPL-X-100% 2020 2022').diagnostics
 * assert.deepEqual(diagnosticDocument(fault!).span, { start: 5, end: 6, utf8_start: 5, utf8_end: 6 })
 * ```
 */
export function diagnosticDocument({ span, related, ...rest }: Diagnostic): DiagnosticDocument {
  return { ...rest, span: spanDocument(span), related: related.map(spanDocument) }
}

function spanDocument({ start, end, utf8Start, utf8End }: Span): SpanDocument {
  return { start, end, utf8_start: utf8Start, utf8_end: utf8End }
}
