import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { echo, excerpt, isPlain, plainText, printableJson } from './plain-text.ts'

/** A list in a list in a list: too deep for whatever walks through it by calling itself. */
const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))

describe('excerpt', () => {
  test('is the beginning of a text or number in one line', () => {
    assert.equal(excerpt(' a\r\n\tb '), 'a b')
    assert.equal(excerpt(-1.5), '-1.5')
    assert.equal(excerpt(null), 'null')
    assert.equal(excerpt(undefined), 'nothing')
    assert.equal(excerpt('x'.repeat(81)), `${'x'.repeat(80)}…`)
    assert.equal(echo('x'.repeat(41)), `${'x'.repeat(40)}…`)
  })

  test('names lists and objects without looking into them', () => {
    assert.equal(excerpt(deep), 'a list')
    assert.equal(excerpt({ deep }), 'an object')
  })

  test('shows what is invisible', () => {
    assert.equal(excerpt('a\u202Eb\u0007c\uD800'), 'a\\u{202e}b\\u{7}c\\u{d800}')
  })
})

test('any text becomes plain, quoted or cleaned', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok(isPlain(plainText(text)))
      assert.ok(isPlain(excerpt(text)))
      assert.ok(isPlain(echo(text)))
      assert.ok(isPlain(printableJson(text)))
      assert.equal(JSON.parse(printableJson(text)), text)
    }),
  )
  assert.equal(plainText(' Acme\n\u202E Rockets\u200B '), 'Acme Rockets')
  assert.ok(isPlain('Société Générale – 任天堂'))
  for (const text of ['a\nb', 'a\u202Eb', 'a\u2028b', 'a\u200Bb', '\uFEFFa', 'a\u0000']) assert.ok(!isPlain(text))
})
