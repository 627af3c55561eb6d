import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sourceFileName, symbolFileName } from './file-name.ts'

/** Lone surrogates included. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

describe('file names', () => {
  test('keep plain symbols readable and escape the rest', () => {
    assert.deepEqual(['AAPL', 'BTC-USD', '^GSPC', 'BRK/B', '..', 'a', 'É'].map(symbolFileName), [
      'AAPL',
      'BTC-USD',
      '_5eGSPC',
      'BRK_2fB',
      '_2e_2e',
      '_61',
      '_c3_89',
    ])
  })

  test('keep names of sources readable', () => {
    assert.deepEqual(['yahoo', 'csv:raw-prices', 'csv:Mine'].map(sourceFileName), ['yahoo', 'csv_3araw-prices', 'csv_3a_4dine'])
  })

  test('are safe and of bounded length for any text', () => {
    const texts = fc.oneof(fc.string({ unit: codeUnit }), fc.string({ minLength: 140, maxLength: 200 }))
    fc.assert(
      fc.property(texts, (text) => {
        for (const name of [symbolFileName(text), sourceFileName(text)]) {
          assert.match(name, /^[A-Za-z0-9_-]*$/)
          assert.ok(name.length <= 150)
        }
      }),
    )
  })

  test('differ for different texts even without regard to case', () => {
    const text = fc.oneof(fc.string(), fc.string({ minLength: 140, maxLength: 160, unit: fc.constantFrom('A', 'a', '_') }))
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one !== other)
        for (const nameOf of [symbolFileName, sourceFileName]) {
          assert.notEqual(nameOf(one).toUpperCase(), nameOf(other).toUpperCase())
        }
      }),
    )
  })
})
