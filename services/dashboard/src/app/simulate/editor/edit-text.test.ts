import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { difference } from './edit-text.ts'

test('the difference makes one text the other', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b') })
  fc.assert(
    fc.property(few, few, (before, after) => {
      const { start, end, inserted } = difference(before, after)
      assert.equal(before.slice(0, start) + inserted + before.slice(end), after)
    }),
  )
})

test('it is as short as can be', () => {
  assert.deepEqual(difference('AAPL-L-50%', 'AAPL-S-50%'), { start: 5, end: 6, inserted: 'S' })
  assert.deepEqual(difference('abc', 'abc'), { start: 3, end: 3, inserted: '' })
})
