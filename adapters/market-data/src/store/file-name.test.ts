import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fileNameOf } from './file-name.ts'

/** Lone surrogates included. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

describe('fileNameOf', () => {
  test('keeps plain symbols readable and escapes the rest', () => {
    assert.deepEqual(['AAPL', 'BTC-USD', '^GSPC', 'BRK/B', '..', 'a', 'É'].map(fileNameOf), [
      'AAPL',
      'BTC-USD',
      '_5eGSPC',
      'BRK_2fB',
      '_2e_2e',
      '_61',
      '_c3_89',
    ])
  })

  test('is a safe name of bounded length for any text', () => {
    const texts = fc.oneof(fc.string({ unit: codeUnit }), fc.string({ minLength: 140, maxLength: 200 }))
    fc.assert(
      fc.property(texts, (text) => {
        const name = fileNameOf(text)
        assert.match(name, /^[A-Z0-9_a-h-]*$/)
        assert.ok(name.length <= 150)
      }),
    )
  })

  test('differs for different texts even without regard to case', () => {
    const text = fc.oneof(fc.string(), fc.string({ minLength: 140, maxLength: 160, unit: fc.constantFrom('A', 'a', '_') }))
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one !== other)
        assert.notEqual(fileNameOf(one).toUpperCase(), fileNameOf(other).toUpperCase())
      }),
    )
  })
})
