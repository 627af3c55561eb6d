import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelTicks } from './level-ticks.ts'

test('even levels lie within', () => {
  assert.deepEqual(
    levelTicks({ low: 76_000, high: 231_000 }, { count: 6, isLog: false }),
    [80_000, 100_000, 120_000, 140_000, 160_000, 180_000, 200_000, 220_000],
  )
  assert.deepEqual(levelTicks({ low: 5, high: 5 }, { count: 4, isLog: false }), [5])
})

test('a logarithmic scale has 1, 2, 5; powers of ten where those are too many, even ones where they are too few', () => {
  assert.deepEqual(levelTicks({ low: 0.9, high: 60 }, { count: 6, isLog: true }), [1, 2, 5, 10, 20, 50])
  assert.deepEqual(levelTicks({ low: 1, high: 1e6 }, { count: 6, isLog: true }), [1, 10, 100, 1000, 10_000, 100_000, 1e6])
  assert.deepEqual(levelTicks({ low: 100, high: 140 }, { count: 4, isLog: true }), [100, 110, 120, 130, 140])
  assert.deepEqual(levelTicks({ low: 0, high: 4 }, { count: 4, isLog: true }), [0, 1, 2, 3, 4])
})
