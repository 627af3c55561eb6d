import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { makeInk } from './ink.ts'
import { hanging, padLeft, shorten, tableLines, visibleWidth, wrap } from './layout.ts'

const { loss } = makeInk('full')

describe('layout', () => {
  test('colors take no room', () => {
    assert.equal(visibleWidth(loss('−1%')), 3)
    assert.equal(padLeft(loss('−1%'), 5), `  ${loss('−1%')}`)
    assert.deepEqual(
      tableLines(
        [{ align: 'right' }, { align: 'left' }],
        [
          [loss('1'), 'a'],
          ['100', 'b'],
        ],
      ),
      [`  ${loss('1')}  a`, '100  b'],
    )
  })

  test('an accent that combines with its letter takes no room either', () => {
    assert.equal(visibleWidth('Nestle\u0301'), 6)
  })

  test('what is cut shows that it was', () => {
    assert.equal(shorten('Microsoft', 6), 'Micro…')
    assert.equal(shorten('Apple', 5), 'Apple')
  })

  test('wrapping keeps every word and the width', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') }), { minLength: 1 })
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width)
        assert.equal(lines.join(' '), list.join(' '))
        assert.ok(lines.every((line) => line.length <= width))
      }),
    )
  })

  test('terms hang their text beside, or above where it is narrow', () => {
    assert.deepEqual(hanging([['hash', 'one two three']], 16), ['hash  one two', '      three'])
    assert.deepEqual(hanging([['a-very-long-term-indeed-it-is', 'text']], 80), ['a-very-long-term-indeed-it-is', '  text'])
  })
})
