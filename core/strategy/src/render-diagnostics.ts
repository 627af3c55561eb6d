import type { Diagnostic } from './diagnostic.ts'
import { lineAt, printable, sourceExcerpt, sourceLines } from './source-excerpt.ts'
import type { SourceLine } from './source-excerpt.ts'
import type { Span } from './tree.ts'

export interface RenderOptions {
  /** With ANSI escape codes for a terminal. */
  color?: boolean
  /** Columns of code points after which a source line is cut around the fault. */
  width?: number
}

/**
 * Diagnostics as a person reads them in a terminal: code and message, the source line, `^` below the fault and `~` below
 * what takes part in it, then fixes and help. No line break at the end; empty without diagnostics.
 *
 * Columns count code points. A tab prints as one space and other controls as U+FFFD, so that no command can steer the
 * terminal. Blank source lines are left out.
 *
 * ```ts
 * const text = 'AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01'
 * const drawn = [
 *   'E107 unknown side "X"; write L (long) or S (short)',
 *   '  AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01',
 *   '                  ^',
 * ]
 * assert.deepEqual(renderDiagnostics(text, parse(text).diagnostics).split('\n').slice(0, 3), drawn)
 * ```
 *
 * @param text the command that the spans point into
 */
export function renderDiagnostics(
  text: string,
  diagnostics: readonly Diagnostic[],
  { color = false, width = 200 }: RenderOptions = {},
): string {
  const lines = sourceLines(text)
  const paint = color ? inColor : plain
  return diagnostics
    .flatMap((diagnostic) => [
      `${paint(diagnostic.severity, diagnostic.code)} ${paint('message', printable(diagnostic.message))}`,
      ...drawnLines(text, lines, { diagnostic, width, paint }),
      ...remedies(diagnostic, paint),
    ])
    .join('\n')
}

type Paint = (role: keyof typeof escapes, text: string) => string

const escapes = { error: '1;31', warning: '1;33', note: '1;36', message: '1', related: '34', fix: '32', help: '36' } as const

const plain: Paint = (_, text) => text
const inColor: Paint = (role, text) => `\u001b[${escapes[role]}m${text}\u001b[0m`

interface Drawing {
  diagnostic: Diagnostic
  width: number
  paint: Paint
}

function drawnLines(text: string, lines: readonly SourceLine[], { diagnostic, width, paint }: Drawing): string[] {
  const primaryLine = lineAt(lines, diagnostic.span.start)
  const byLine = Map.groupBy(diagnostic.related, (span) => lineAt(lines, span.start))
  const drawn = [...new Set([primaryLine, ...byLine.keys()])].toSorted((a, b) => a - b)
  return drawn.flatMap((index) => {
    const related: Span[] = byLine.get(index) ?? []
    const primary = index === primaryLine ? [diagnostic.span] : []
    const focus = primary[0] ?? related[0] ?? diagnostic.span
    const { source, marks } = sourceExcerpt(text, { line: lines[index]!, focus, primary, related }, width)
    if (source === '') return []
    const painted = marks.replace(/\^+/g, (run) => paint(diagnostic.severity, run)).replace(/~+/g, (run) => paint('related', run))
    return [`  ${source}`, `  ${painted}`]
  })
}

function remedies({ fixes, help }: Diagnostic, paint: Paint): string[] {
  const titles = fixes.map(({ title }) => printable(title)).join(' | ')
  return [
    ...(titles === '' ? [] : [`  ${paint('fix', `fix: ${titles}`)}`]),
    ...(help === undefined ? [] : [`  ${paint('help', `help: ${printable(help)}`)}`]),
  ]
}
