import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed } from './asset-names.ts'

test('listed writes names as a sentence does', () => {
  assert.deepEqual([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])], ['', 'A', 'A and B', 'A, B and C'])
})
