import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { editDistance, nearest } from './nearest.ts'

describe('editDistance', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['MSTF', 'MSFT', 1],
    ['rebalence', 'rebalance', 1],
  ] as const) {
    test(`${a} and ${b}`, () => assert.equal(editDistance(a, b), distance))
  }

  test('is symmetric and zero for equal words only', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editDistance(a, b), editDistance(b, a))
        assert.equal(editDistance(a, b) === 0, a === b)
      }),
    )
  })
})

describe('nearest', () => {
  test('sorts by likeness and leaves out what is unlike', () => {
    assert.deepEqual(nearest('montly', ['weekly', 'monthly', 'daily']), ['monthly'])
    assert.deepEqual(nearest('benchmark', ['bench', 'band']), ['bench'])
    assert.deepEqual(nearest('zzz', ['monthly']), [])
    assert.deepEqual(nearest('x', ['y']), [])
    assert.deepEqual(nearest('x'.repeat(1000), ['x'.repeat(999)]), [])
  })
})
