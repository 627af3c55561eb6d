import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureTable, median } from './figure-table.ts'

test('a figure is judged by its goal, from below or from above', () => {
  const table = figureTable([
    { what: 'scripts', value: 200.4, unit: 'KB', goal: { atMost: 200 } },
    { what: 'paint', value: 250, unit: 'ms', goal: { atMost: 300 } },
    { what: 'frames', value: 49.9, unit: 'fps', goal: { atLeast: 50 } },
  ])
  assert.deepEqual(
    table.split('\n').map((line) => line.trim().split(/ {2,}/)),
    [
      ['what', 'figure', 'goal'],
      ['scripts', '200 KB', '<= 200 KB', 'MISSED'],
      ['paint', '250 ms', '<= 300 ms', 'met'],
      ['frames', '50 fps', '>= 50 fps', 'MISSED'],
    ],
  )
})

test('the median of nothing is no number', () => {
  assert.equal(median([3, 1, 2]), 2)
  assert.ok(Number.isNaN(median([])))
})
