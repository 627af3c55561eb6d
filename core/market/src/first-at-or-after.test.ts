import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstAtOrAfter } from './first-at-or-after.ts'

describe('firstAtOrAfter', () => {
  test('finds the first day that is not before, or the end', () => {
    const days = Int32Array.of(2, 4, 6)
    assert.deepEqual(
      [1, 2, 3, 6, 7].map((day) => firstAtOrAfter(days, day)),
      [0, 0, 1, 2, 3],
    )
  })
})
