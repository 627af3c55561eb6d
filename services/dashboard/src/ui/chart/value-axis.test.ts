import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelScale, valueAxis } from './value-axis.ts'

test('the axis has round levels around all values', () => {
  const axis = valueAxis([[-0.3, null, 0.96], [0.1]], { count: 5 })
  assert.deepEqual(axis, { low: -0.4, high: 1, ticks: [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1], decimals: 1, isLog: false })
})

test('a level can be asked for', () => {
  const { low, high } = valueAxis([[0.2, 0.4]], { count: 4, include: 0 })
  assert.deepEqual([low, high], [0, 0.4])
})

test('a line that does not move, and none at all, still have an axis', () => {
  const flat = valueAxis([[1, 1, 1]], { count: 4 })
  assert.ok(flat.low < 1 && flat.high > 1 && flat.ticks.length > 1)
  assert.deepEqual(valueAxis([[null]], { count: 4 }).ticks, [0, 0.2, 0.4, 0.6, 0.8, 1])
})

test('a logarithmic axis has round levels and equal steps for equal growth', () => {
  const axis = valueAxis([[80, 1600]], { count: 4, isLog: true })
  assert.deepEqual(axis.ticks, [100, 200, 500, 1000])
  const y = levelScale(axis, [100, 0])
  assert.ok(Math.abs(y(200) - y(100) - (y(400) - y(200))) < 1e-9)
  assert.deepEqual(
    valueAxis([[100, 15_000_000]], { count: 4, isLog: true }).ticks,
    [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000],
  )
})
