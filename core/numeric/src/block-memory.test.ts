import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { copied, integerZeros, zeros } from './block-memory.ts'

describe('arrays that are cut from blocks', () => {
  test('are zeros that no other array shares, short or long, though others were written before', () => {
    const lengths = Array.from({ length: 400 }, (_, k) => (k * 37) % 600)
    const arrays = lengths.map((length, k) => (k % 2 === 0 ? zeros(length) : integerZeros(length)))
    arrays.forEach((array, k) => {
      assert.equal(array.length, lengths[k])
      assert.ok(array.every((value) => value === 0))
      array.fill(k + 1)
    })
    arrays.forEach((array, k) => assert.ok(array.every((value) => value === k + 1)))
  })

  test('that are copies keep the numbers when the first ones change', () => {
    const numbers = Float64Array.of(1, -0, Infinity)
    const copy = copied(numbers)
    numbers.fill(7)
    assert.deepEqual(copy, Float64Array.of(1, -0, Infinity))
  })
})
