import type { Diagnostic, Edit, Fix } from '../diagnostic.ts'

interface FaultyText {
  text: string
  errors: number
  errorsOf: (text: string) => number
}

/**
 * Leaves only the fixes that work: a mend of one fault may bring out another one, which no reader of a single piece can
 * know. Stops trying after so many fixes that even a hostile text stays cheap; what is untried is not offered.
 */
export function withWorkingFixes(diagnostics: readonly Diagnostic[], { text, errors, errorsOf }: FaultyText): Diagnostic[] {
  let budget = Math.max(fewestTrials, Math.floor(mostCharacters / (text.length + 1)))
  return diagnostics.map((fault) => ({ ...fault, fixes: fault.severity === 'error' ? fault.fixes.flatMap(tried) : fault.fixes }))

  function tried(fix: Fix): Fix[] {
    budget -= 1
    if (budget < 0) return []
    const edits = fix.edits.toSorted((a, b) => a.start - b.start)
    const isOrderly = edits.every(({ start }, i) => i === 0 || edits[i - 1]!.end <= start)
    return isOrderly && errorsOf(applyEdits(text, edits)) < errors ? [{ title: fix.title, edits }] : []
  }
}

const fewestTrials = 4
const mostCharacters = 20_000

/**
 * The command with a fix applied.
 *
 * ```ts
 * const text = 'AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01'
 * const [fault] = parse(text).diagnostics
 * assert.equal(applyEdits(text, fault!.fixes[1]!.edits), 'AAPL-L-50% MSFT-S-50% 2020-01-01 2023-01-01')
 * ```
 *
 * @param edits in order, without overlap, as in every fix
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let from = 0
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}
