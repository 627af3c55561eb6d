import { checkPortfolio } from '../checker/check-portfolio.ts'
import { diagnostic } from '../diagnostic.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { legacyTokens } from '../legacy/legacy-form.ts'
import { readLegacy } from '../legacy/read-legacy.ts'
import { spansOf } from '../span.ts'
import type { Program } from '../tree.ts'
import { exampleCommand, exampleHelp } from './example-command.ts'
import type { DraftPortfolio } from './draft.ts'
import type { Part, Source } from './part.ts'
import { readableParts } from './parts.ts'
import { readPortfolio } from './read-portfolio.ts'
import type { Report } from './report.ts'
import { withWorkingFixes } from './working-fixes.ts'

export type Dialect = 'default' | 'legacy'

export interface ParseOptions {
  /** `legacy` accepts and rejects as the original simulator did. */
  dialect?: Dialect
  /** What lies beyond is recognized and refused with E190. */
  level?: 1
}

export interface ParseResult {
  /** Null when an error stands. */
  ast: Program | null
  /** All faults at once, by start, then code; at most 50: beyond so many errors a command is not read. */
  diagnostics: Diagnostic[]
}

/** Characters (code points) and legs that a command may have. */
const limits = { default: { characters: 10_000, legs: 200 }, legacy: { characters: 500, legs: 10 } } as const
const mostDiagnostics = 50

/**
 * Reads a command. Never throws, whatever the text; takes time linear in its length. Every fix of the result leaves
 * fewer errors when it is applied.
 *
 * ```ts
 * const { ast, diagnostics } = parse('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01')
 * assert.deepEqual(diagnostics, [])
 * assert.equal(ast!.portfolios[0].legs[1]!.subject.kind, 'instrument')
 *
 * const [fault] = parse('AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01').diagnostics
 * assert.equal(fault!.message, 'unknown side "X"; write L (long) or S (short)')
 * assert.deepEqual(fault!.fixes[0], { title: 'MSFT-L-50%', edits: [{ start: 16, end: 17, text: 'L' }] })
 * ```
 */
export function parse(text: string, { dialect = 'default' }: ParseOptions = {}): ParseResult {
  const { ast, diagnostics } = read(text, dialect)
  if (diagnostics.length === 0) return { ast, diagnostics }
  const sorted = firstOf(diagnostics.toSorted((a, b) => a.span.start - b.span.start || compareTexts(a.code, b.code)))
  return { ast, diagnostics: withWorkingFixes(sorted, { text, errors: errorCount(diagnostics), errorsOf }) }

  function errorsOf(fixed: string): number {
    return errorCount(read(fixed, dialect).diagnostics)
  }
}

function read(text: string, dialect: Dialect): ParseResult {
  const diagnostics: Diagnostic[] = []
  const report = reportTo(diagnostics)
  const source: Source = { text, spanOf: spansOf(text) }
  const { characters, legs } = limits[dialect]
  const end = endOfLimit(text, characters)
  if (end < text.length) {
    report('E101', { n: characters }, { span: source.spanOf(end, text.length) })
    return { ast: null, diagnostics }
  }
  const isLegacy = dialect === 'legacy'
  const parts = isLegacy ? legacyTokens(source) : readableParts(source, report)
  const [first] = parts
  if (first === undefined) {
    report('E100', {}, { span: source.spanOf(0, text.length), expected: [exampleCommand], help: exampleHelp })
    return { ast: null, diagnostics }
  }
  const draft = isLegacy ? readLegacy(parts, source, report) : readPortfolio(parts, source, report)
  checkPortfolio(draft, { start: source.spanOf(first.start, first.start), limit: legs }, report)
  return { ast: errorCount(diagnostics) > 0 ? null : programOf(draft, parts, source), diagnostics }
}

function reportTo(diagnostics: Diagnostic[]): Report {
  let errors = 0
  const isFull = (): boolean => errors >= mostDiagnostics
  const report: Report = (code, values, place) => {
    if (isFull()) return
    const fault = diagnostic(code, values, place)
    diagnostics.push(fault)
    if (fault.severity === 'error') errors += 1
  }
  report.isFull = isFull
  return report
}

/** Where the text goes beyond so many code points, or its length. */
function endOfLimit(text: string, characters: number): number {
  if (text.length <= characters) return text.length
  let index = 0
  for (let count = 0; count < characters && index < text.length; count += 1) index += text.codePointAt(index)! > 0xffff ? 2 : 1
  return index
}

function programOf({ legs, period, options }: DraftPortfolio, parts: readonly Part[], { spanOf }: Source): Program | null {
  if (period === null) return null
  const tree = legs.map(({ subject, side, weight, part: { span } }) => ({ subject, side, weight, span }))
  const span = spanOf(parts[0]!.start, parts.at(-1)!.end)
  return { v: 1, portfolios: [{ legs: tree, period, options, span }] }
}

/** Errors push out notes where not all find room. */
function firstOf(sorted: Diagnostic[]): Diagnostic[] {
  if (sorted.length <= mostDiagnostics) return sorted
  const errors = sorted.filter(({ severity }) => severity === 'error').slice(0, mostDiagnostics)
  return errors.length < mostDiagnostics ? sorted.slice(0, mostDiagnostics) : errors
}

function errorCount(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.reduce((count, { severity }) => count + (severity === 'error' ? 1 : 0), 0)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
