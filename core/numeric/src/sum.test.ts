import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { mean, sum } from './sum.ts'

describe('sum', () => {
  test('keeps what plain addition loses', () => {
    assert.equal(sum([1, 1e100, 1, -1e100]), 2)
    assert.equal(sum(Array.from({ length: 10_000 }, () => 0.1)), 1000)
  })

  test('is zero for nothing and infinite beyond the largest number', () => {
    assert.equal(sum([]), 0)
    assert.equal(sum([Number.MAX_VALUE, Number.MAX_VALUE]), Infinity)
  })

  test('gives the exact sum of whole numbers in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const exact = Number(values.reduce((total, value) => total + BigInt(value), 0n))
        assert.equal(sum(values.toReversed()) + 0, exact)
      }),
    )
  })
})

describe('mean', () => {
  test('is null for nothing', () => assert.equal(mean([]), null))
  test('is the sum over the count', () => assert.equal(mean([1, 2, 6]), 3))
})
