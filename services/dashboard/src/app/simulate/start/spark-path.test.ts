import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sparkPath, sparkScale } from './spark-path.ts'

const box = { width: 104, height: 56 }

test('the line begins at the left and ends at the right, inside of its box', () => {
  assert.equal(sparkPath([1, 2, 1.5], sparkScale([1, 2, 1.5], box)), 'M0.0 53.0L50.0 3.0L100.0 28.0')
})

test('a flat line has a place too', () => {
  assert.equal(sparkPath([1, 1], sparkScale([1, 1], box)), 'M0.0 53.0L100.0 53.0')
})
