import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { formulaSymbols } from './formula-symbols.ts'
import { definitions } from './measure.ts'

/** Letters alone, with digits or a star; longer names are words, but for those that the list explains too. */
function symbolsIn(formula: string): string[] {
  const named = new Set(formulaSymbols.map(({ symbol }) => symbol))
  const names = formula.match(/\p{L}[\p{L}\d]*\*?/gu) ?? []
  return names.filter((name) => name !== 'a' && (name.length === 1 || /[\d*]/.test(name) || named.has(name)))
}

const used = new Set(definitions.flatMap(({ formula }) => symbolsIn(formula)))

describe('formulaSymbols', () => {
  test('explains every letter of every formula, and no other', () => {
    assert.deepEqual(formulaSymbols.map(({ symbol }) => symbol).toSorted(), [...used].toSorted())
  })

  test('explains each in a few words of its own', () => {
    for (const { symbol, meaning } of formulaSymbols) assert.match(meaning, /^[^.]{4,90}$/, symbol)
    assert.equal(new Set(formulaSymbols.map(({ meaning }) => meaning)).size, formulaSymbols.length)
  })
})
