import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { decodeDeltas, encodeDeltas } from './delta-varints.ts'

describe('delta varints', () => {
  test('write the steps 300, -1, 0 as worked out by hand', () => {
    // Zigzag: 300 -> 600 = 0b100_1011000, seven bits at a time from the lowest; -1 -> 1; 0 -> 0.
    assert.deepEqual([...encodeDeltas([300, 299, 299])], [0xd8, 0x04, 0x01, 0x00])
  })

  test('give back what was encoded', () => {
    const values = fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 }))
    fc.assert(fc.property(values, (list) => assert.deepEqual([...decodeDeltas(encodeDeltas(list), list.length)], list)))
  })

  test('refuse bytes that hold more or fewer values', () => {
    const bytes = encodeDeltas([1, 1000, 2])
    assert.throws(() => decodeDeltas(bytes, 2), RangeError)
    assert.throws(() => decodeDeltas(bytes, 4), RangeError)
    assert.throws(() => decodeDeltas(bytes.subarray(0, 2), 3), RangeError)
  })
})
