import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import type { Diagnostic } from './diagnostic.ts'
import { exampleCatalog } from './example-catalog.ts'
import { parse } from './parser/parse.ts'
import { applyEdits } from './parser/working-fixes.ts'
import { resolve } from './resolver/resolve.ts'

/** A command as somebody types it who has not read the manual. */
interface Mistyped {
  because: string
  text: string
  /** Every fault, by place, with the characters it points at. */
  faults: { code: string; underlined: string }[]
  /** Of the first fault, what a person would choose. */
  fix: string
  /** Without a fault: after this fix and then the first one of whatever is left. */
  fixed: string
}

const file = new URL('../../../fixtures/strategy/mistyped-commands.json', import.meta.url)
const table = JSON.parse(readFileSync(file, 'utf8')) as Mistyped[]

function faultsOf(text: string): Diagnostic[] {
  const { ast, diagnostics } = parse(text)
  const surroundings = { today: parseIsoDate('2023-06-30')!, catalog: exampleCatalog }
  const found = ast === null ? diagnostics : resolve(ast, surroundings).diagnostics
  return found.filter(({ severity }) => severity === 'error')
}

describe('mistyped commands', () => {
  test('are at least twenty', () => assert.ok(table.length >= 20))

  for (const { because, text, faults, fix, fixed } of table) {
    test(because, () => {
      const found = faultsOf(text)
      const pointed = found.map(({ code, span }) => ({ code, underlined: text.slice(span.start, span.end) }))
      assert.deepEqual(pointed, faults)
      const count = parse(text).ast === null ? readingFaults : (mendedText: string) => faultsOf(mendedText).length
      for (const { fixes, message } of found) {
        assert.ok(fixes.length > 0, `${message} has no fix`)
        for (const { title, edits } of fixes) {
          assert.ok(count(applyEdits(text, edits)) < found.length, `${title} mends nothing`)
        }
      }
      const chosen = found[0]!.fixes.find(({ title }) => title === fix)
      assert.ok(chosen !== undefined, `offered are ${found[0]!.fixes.map(({ title }) => title).join(' | ')}`)
      assert.equal(mended(applyEdits(text, chosen.edits)), fixed)
      assert.deepEqual(faultsOf(fixed), [])
    })
  }
})

/** A mended side or weight may leave a symbol that only the catalog can judge. */
function readingFaults(text: string): number {
  return parse(text).diagnostics.filter(({ severity }) => severity === 'error').length
}

/** The first fix of the first fault, until none is left. */
function mended(text: string): string {
  const fix = faultsOf(text)[0]?.fixes[0]
  return fix === undefined ? text : mended(applyEdits(text, fix.edits))
}
