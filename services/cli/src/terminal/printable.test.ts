import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { makeInk } from './ink.ts'
import { plain, printable, printableJson } from './printable.ts'

describe('printable', () => {
  test('keeps every style of ours', () => {
    for (const support of ['none', 'basic', 'full'] as const) {
      const { heat, ...styles } = makeInk(support)
      const texts = [
        ...Object.values(styles).map((style) => style('text')),
        ...[-1, -0.5, 0, 0.3, 1].map((sign) => heat('1', sign)),
      ]
      for (const text of texts) assert.equal(printable(text), text)
    }
  })

  test('shows what would clear the screen, set a title, hide text or turn its direction', () => {
    assert.equal(
      printable('\x1b[2J\x1b]0;title\x07\x1b[8m\x9b31m\u202Egpj'),
      '\uFFFD[2J\uFFFD]0;title\uFFFD\uFFFD[8m\uFFFD31m\uFFFDgpj',
    )
    assert.equal(printable('one\ttwo\r\nthree'), 'one two\uFFFD\nthree')
  })

  test('leaves other text as it is, and nothing that controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text)
        assert.equal(shown.length, text.length)
        assert.doesNotMatch(shown.replaceAll(/\p{Cc}\[[\d;]*m/gu, ''), /(?!\n)\p{Cc}/u)
      }),
    )
  })
})

describe('plain', () => {
  test('shows colors of strangers too', () => {
    assert.equal(plain('\x1b[31mred\x07'), '\uFFFD[31mred\uFFFD')
  })
})

describe('printableJson', () => {
  test('says the same, and controls nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const json = printableJson(JSON.stringify(texts))
        assert.deepEqual(JSON.parse(json), texts)
        assert.doesNotMatch(json, /\p{Cc}|[\u2028-\u202e]/u)
      }),
    )
  })
})
