import assert from 'node:assert/strict'
import { test } from 'node:test'
import { steppedIndex } from './stepped-index.ts'

test('steps stay within the list, and begin at the end that they come from', () => {
  assert.equal(steppedIndex(-1, 1, 5), 0)
  assert.equal(steppedIndex(-1, -1, 5), 4)
  assert.equal(steppedIndex(4, 1, 5), 4)
  assert.equal(steppedIndex(0, -1, 5), 0)
  assert.equal(steppedIndex(1, 1, 5), 2)
})
