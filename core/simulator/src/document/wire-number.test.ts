import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { finiteColumn, finiteNumber, wireNumber } from './wire-number.ts'

describe('wireNumber', () => {
  test('is null for what JSON cannot say', () => {
    assert.deepEqual([Number.NaN, Infinity, -Infinity, null].map(wireNumber), [null, null, null, null])
  })

  test('keeps numbers, without the sign of zero', () => {
    assert.deepEqual([0.1, -2, -0].map(wireNumber), [0.1, -2, 0])
  })
})

describe('finiteNumber', () => {
  test('keeps numbers, without the sign of zero', () => {
    assert.equal(finiteNumber(-0, 'price'), 0)
    assert.deepEqual(finiteColumn(Float64Array.of(1.5, -0), 'price'), [1.5, 0])
  })

  test('refuses what is no number, by its name', () => {
    assert.throws(() => finiteNumber(Infinity, 'price'), {
      name: 'RangeError',
      message: 'Cannot write the result: price must be finite, got Infinity',
    })
  })
})
