import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readsOf } from '../counted-text.ts'
import { lex } from './lex.ts'
import { isWhiteSpace } from './white-space.ts'

const texts = (text: string): string[] => lex(text).tokens.map((token) => token.text)

describe('lex', () => {
  test('parts tokens at white space outside brackets and quotes', () => {
    assert.deepEqual(texts(' a  b\n(c d)e [f\t{g h}] name="i  j"'), ['a', 'b', '(c d)e', '[f\t{g h}]', 'name="i  j"'])
  })

  test('a bar stands alone, except inside brackets', () => {
    assert.deepEqual(texts('a|b| c (d|e)'), ['a', '|', 'b', '|', 'c', '(d|e)'])
  })

  test('a comment begins where a token would, and ends with its line', () => {
    assert.deepEqual(texts('#x ( "\na#b # c\r\nd |# e'), ['a#b', 'd', '|'])
    assert.deepEqual(lex('a # b\nc').comments, [{ start: 2, end: 5 }])
  })

  test('a bracket that is never closed holds nothing together', () => {
    assert.deepEqual(
      lex('a(b c').tokens.map(({ text, unclosed }) => [text, unclosed]),
      [
        ['a(b', 1],
        ['c', -1],
      ],
    )
    assert.deepEqual(texts('(a [b c) d'), ['(a [b c)', 'd'])
    assert.deepEqual(texts('a) b'), ['a)', 'b'])
    assert.deepEqual(texts('a "b c'), ['a', '"b', 'c'])
  })

  test('loses nothing but white space and comments', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab ()[]{}"|#\n\u00a0')) }), (text) => {
        const { tokens, comments } = lex(text)
        const pieces = [...tokens, ...comments].toSorted((a, b) => a.start - b.start)
        let from = 0
        for (const { start, end } of pieces) {
          assert.ok(isBlank(text.slice(from, start)))
          assert.ok(end > start || text.charAt(start) === '#')
          from = end
        }
        assert.ok(isBlank(text.slice(from)))
        for (const token of tokens) assert.equal(text.slice(token.start, token.end), token.text)
      }),
    )
  })

  for (const piece of ['A-L-', 'A ', '( ', '(', '([{', '(]', '()', '"', '" ', '#', '# ', '# (', '( )', '|']) {
    test(`looks a few times at each character of ${JSON.stringify(piece)} repeated`, () => {
      const text = piece.repeat(9000 / piece.length)
      const reads = readsOf(text, lex)
      assert.ok(reads >= text.length && reads < 12 * text.length, `${reads} reads of ${text.length} characters`)
    })
  }
})

function isBlank(text: string): boolean {
  return Array.from(text).every((character) => isWhiteSpace(character.charCodeAt(0)))
}
