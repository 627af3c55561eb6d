import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import { diagnostic } from './diagnostic.ts'
import { diagnosticTemplates } from './diagnostic-codes.ts'
import type { DiagnosticCode } from './diagnostic-codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import { exampleCatalog } from './example-catalog.ts'
import { parse } from './parser/parse.ts'
import type { Dialect } from './parser/parse.ts'
import { renderDiagnostics } from './render-diagnostics.ts'
import { resolve } from './resolver/resolve.ts'
import { spansOf } from './span.ts'

/** How a code looks. */
type Golden = FromCommand | FromFactory

/** The text goes through `parse` and `resolve`, on 30 June 2023 with the example catalog. */
interface FromCommand {
  code: DiagnosticCode
  from: 'command'
  text: string
  dialect?: Dialect
  drawn: string[]
}

/** Found where prices are known, or of a feature that is refused with E190 so far: put together by `diagnostic`. */
interface FromFactory {
  code: DiagnosticCode
  from: 'factory'
  text: string
  values: Record<string, string | number>
  underlined: string
  related?: string[]
  drawn: string[]
}

const file = new URL('../../../fixtures/strategy/diagnostics.json', import.meta.url)
const table = JSON.parse(readFileSync(file, 'utf8')) as Golden[]

function found({ text, dialect = 'default' }: FromCommand): Diagnostic[] {
  const { ast, diagnostics } = parse(text, { dialect })
  if (ast === null) return diagnostics
  const today = parseIsoDate('2023-06-30')!
  return [...diagnostics, ...resolve(ast, { today, catalog: exampleCatalog, dialect }).diagnostics]
}

function made({ code, text, values, underlined, related = [] }: FromFactory): Diagnostic {
  const spanOf = spansOf(text)
  const at = (word: string) => spanOf(text.indexOf(word), text.indexOf(word) + word.length)
  return diagnostic(code, values, { span: at(underlined), related: related.map(at) })
}

describe('diagnostics', () => {
  for (const golden of table) {
    test(`${golden.code} from ${JSON.stringify(golden.text).slice(0, 60)}`, () => {
      const diagnostics = golden.from === 'command' ? found(golden) : [made(golden)]
      assert.ok(diagnostics.some(({ code }) => code === golden.code))
      assert.deepEqual(renderDiagnostics(golden.text, diagnostics).split('\n'), golden.drawn)
    })
  }

  test('every code has its golden text', () => {
    const missing = Object.keys(diagnosticTemplates).filter((code) => !table.some((golden) => golden.code === code))
    assert.deepEqual(missing, [])
  })
})
