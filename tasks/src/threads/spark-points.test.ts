import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sparkPoints } from './spark-points.ts'

test('a short run has all its sessions, as an index from 100 to four digits', () => {
  assert.deepEqual(sparkPoints({ value: Float64Array.of(100_000, 98_891.4621, 160_766.5174) }), [100, 98.89, 160.8])
})

test('a long run has sixty, the first and the last among them', () => {
  const points = sparkPoints({ value: Float64Array.from({ length: 8300 }, (_, session) => 50 + session) })
  assert.deepEqual([points.length, points[0], points.at(-1)], [60, 100, 16_700])
  assert.deepEqual(
    points,
    points.toSorted((a, b) => a - b),
  )
})

test('a ruined run ends at nothing or below, and one session is one point', () => {
  assert.deepEqual(sparkPoints({ value: Float64Array.of(1000, 300, 0) }), [100, 30, 0])
  assert.deepEqual(sparkPoints({ value: Float64Array.of(1000, -12.345) }), [100, -1.234])
  assert.deepEqual(sparkPoints({ value: Float64Array.of(1000) }), [100])
})
