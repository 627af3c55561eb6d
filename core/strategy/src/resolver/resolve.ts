import { isoDate } from '@portofino/market'
import type { Catalog, Day } from '@portofino/market'
import { diagnostic } from '../diagnostic.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Dialect } from '../parser/parse.ts'
import type { Report } from '../parser/report.ts'
import type { Period, Program } from '../tree.ts'
import { resolveSymbols } from './resolve-symbols.ts'

export interface Surroundings {
  today: Day
  catalog: Catalog
  /** The legacy dialect lets a period reach into the future. */
  dialect?: Dialect
}

export interface ResolveResult {
  /** The program with absolute dates; null when an error stands. */
  ast: Program | null
  /** By start, then code. */
  diagnostics: Diagnostic[]
}

/**
 * Checks a program against the world: no end in the future (E132), every symbol known (E301) and of one market (E302),
 * no instrument in two legs by two names (E122). The fixes apply to the text that the program was parsed from.
 *
 * ```ts
 * const { ast } = parse('AAPL-L-100% 2020 2022')
 * const empty = { source: 'sample', otherSources: 'Choose another with --data.', find: () => [], instruments: () => [] }
 * const { diagnostics } = resolve(ast!, { today: 19_500, catalog: empty })
 * assert.equal(diagnostics[0]!.message, 'unknown symbol "AAPL"')
 * ```
 */
export function resolve(program: Program, { today, catalog, dialect = 'default' }: Surroundings): ResolveResult {
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, values, place) => void diagnostics.push(diagnostic(code, values, place))
  for (const portfolio of program.portfolios) {
    if (dialect !== 'legacy') checkFuture(portfolio.period, isoDate(today), report)
    resolveSymbols(portfolio, catalog, report)
  }
  const isFaulty = diagnostics.some(({ severity }) => severity === 'error')
  const sorted = diagnostics.toSorted((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : 1))
  return { ast: isFaulty ? null : program, diagnostics: sorted }
}

function checkFuture({ from, to, fromSpan, toSpan, span }: Period, today: string, report: Report): void {
  if (from > today) report('E132', { date: from }, { span: fromSpan })
  if (to <= today) return
  const { start } = toSpan
  const fixes =
    from < today && fromSpan.start !== start ? [{ title: today, edits: [{ start, end: toSpan.end, text: today }] }] : []
  report('E132', { date: to }, { span: fromSpan.start === start ? span : toSpan, fixes })
}
