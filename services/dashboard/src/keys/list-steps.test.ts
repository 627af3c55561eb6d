import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringStep, steppedIndex } from './list-steps.ts'

test('steps stay within the list, and begin at the end that they come from', () => {
  assert.equal(steppedIndex(-1, 1, 5), 0)
  assert.equal(steppedIndex(-1, -1, 5), 4)
  assert.equal(steppedIndex(4, 1, 5), 4)
  assert.equal(steppedIndex(0, -1, 5), 0)
  assert.equal(steppedIndex(1, 1, 5), 2)
})

test('steps through a ring go round, and begin at the end that they come from', () => {
  assert.deepEqual([ringStep(0, -1, 3), ringStep(2, 1, 3), ringStep(0, 1, 0)], [2, 0, 0])
  assert.deepEqual([ringStep(-1, -1, 3), ringStep(-1, 1, 3)], [2, 0])
})
