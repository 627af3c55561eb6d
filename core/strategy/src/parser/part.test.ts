import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { spansOf } from '../span.ts'
import { removal, repairedPart, writtenPart } from './part.ts'
import type { Part } from './part.ts'
import { applyEdits } from './working-fixes.ts'

function partOf(text: string, word: string): Part {
  const start = text.indexOf(word)
  return writtenPart({ text, spanOf: spansOf(text) }, start, start + word.length)
}

describe('pieces of a command', () => {
  test('know their place when they are cut up', () => {
    const piece = partOf('x AAPL-L-5%', 'AAPL-L-5%').slice(5).slice(2, 3)
    assert.deepEqual([piece.text, piece.start, piece.end, piece.span.utf8Start], ['5', 9, 10, 9])
    assert.deepEqual(piece.replacedBy('6'), { start: 9, end: 10, text: '6' })
  })

  test('write the whole anew when they were read as repaired', () => {
    const written = partOf('x A\u2013L', 'A\u2013L')
    const piece = repairedPart(written, 'A-L').slice(2).slice(0, 1)
    assert.deepEqual([piece.text, piece.start, piece.end], ['L', 2, 5])
    assert.deepEqual(piece.span, written.span)
    assert.deepEqual(piece.replacedBy('S'), { start: 2, end: 5, text: 'A-S' })
    assert.deepEqual(repairedPart(written, 'A B C').slice(2, 3).removed(), { start: 2, end: 5, text: 'A C' })
  })
})

describe('taking pieces out', () => {
  for (const [text, words, left] of [
    ['a b c', ['b'], 'a c'],
    ['a b c', ['a'], 'b c'],
    ['a b c', ['c'], 'a b'],
    ['a  b', ['b'], 'a'],
    ['a b c', ['b', 'c'], 'a '],
    ['a b c', ['a', 'b', 'c'], ''],
    ['# note\nb c', ['b'], '# note\nc'],
    ['# note\nb', ['b'], '# note\n'],
    ['a b # note', ['b'], 'a # note'],
    ['a b\nc', ['b'], 'a\nc'],
  ] as const) {
    test(`${words.join(' and ')} of ${JSON.stringify(text)}`, () => {
      const { title, edits } = removal(...words.map((word) => partOf(text, word)))
      assert.equal(applyEdits(text, edits), left)
      assert.equal(title, `remove ${words.join(' ')}`)
    })
  }
})
