import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { tokens } from './tokens.ts'

const shown = (text: string) => tokens(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)
const colored = (text: string) => shown(text).filter((token) => !token.startsWith('punctuation'))

describe('tokens', () => {
  test('colors the parts of legs', () => {
    assert.deepEqual(colored('BRK-B-L-50% x-s-1/3 $CASH-L-*'), [
      'instrument BRK-B',
      'long L',
      'weight 50%',
      'instrument x',
      'short s',
      'weight 1/3',
      'cash $CASH',
      'long L',
      'weight *',
    ])
  })

  test('colors periods, options and comments', () => {
    assert.deepEqual(colored('2020-01-01 2020..2021 cost=5bps # why'), [
      'date 2020-01-01',
      'date 2020',
      'date 2021',
      'key cost',
      'value 5bps',
      'comment # why',
    ])
  })

  test('colors the legs of a basket, closed or not', () => {
    assert.deepEqual(colored('bench=(A-L-50% B-S-'), [
      'key bench',
      'instrument A',
      'long L',
      'weight 50%',
      'instrument B',
      'short S',
    ])
    assert.deepEqual(shown('bench=(A-L-*)').at(-1), 'punctuation )')
  })

  test('marks what is nothing, or nothing yet', () => {
    assert.deepEqual(colored('AAP hm=5 A-X-5% A-L-5%[lev=2]'), [
      'unknown AAP',
      'unknown hm',
      'value 5',
      'instrument A',
      'unknown X',
      'weight 5%',
      'instrument A',
      'long L',
      'weight 5%',
      'unknown [lev=2]',
    ])
  })

  test('is in order, without overlaps, and leaves only white space out', () => {
    const units = fc.constantFrom(
      'AAPL',
      '-',
      'L',
      '50%',
      ' ',
      '=',
      '(',
      ')',
      '2020',
      'bench',
      '..',
      '#',
      '\n',
      '|',
      '*',
      '\ud800',
      '\u{1f600}',
    )
    fc.assert(
      fc.property(
        fc.array(units).map((list) => list.join('')),
        (text) => {
          let from = 0
          for (const { start, end } of tokens(text)) {
            assert.ok(start < end && text.slice(from, start).trim() === '', JSON.stringify(text.slice(from, start)))
            from = end
          }
          assert.equal(text.slice(from).trim(), '')
        },
      ),
    )
  })
})
