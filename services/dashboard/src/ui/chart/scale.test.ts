import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linearScale, logScale, roundLevels, roundSpan } from './scale.ts'

const spans = fc
  .tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true }))
  .filter(([low, extent]) => extent > Math.abs(low) * 1e-6)
  .map(([low, extent]) => [low, low + extent] as const)
const counts = fc.integer({ min: 2, max: 20 })

test('round levels lie within their span, roughly as many as asked for', () => {
  fc.assert(
    fc.property(spans, counts, ([low, high], count) => {
      const levels = roundLevels([low, high], count)
      assert.ok(levels.every((level) => level >= low && level <= high))
      assert.ok(levels.length >= Math.floor(count / Math.SQRT2) - 1 && levels.length <= count * 2 + 1)
    }),
  )
})

test('round levels are written as short as they are', () => {
  assert.deepEqual(roundLevels([-0.31, 0.72], 10), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
  assert.deepEqual(roundLevels([0.7, 0.9], 4), [0.7, 0.75, 0.8, 0.85, 0.9])
  assert.deepEqual(roundLevels([980, 2100], 3), [1000, 1500, 2000])
  assert.deepEqual(roundLevels([4, 4], 3), [4])
})

test('a span is widened, never narrowed, to round levels', () => {
  fc.assert(
    fc.property(spans, counts, ([low, high], count) => {
      const [from, to] = roundSpan([low, high], count)
      const room = Math.max(Math.abs(low), Math.abs(high)) * 1e-12
      assert.ok(from <= low + room && to >= high - room)
    }),
  )
  assert.deepEqual(roundSpan([-0.31, 0.96], 5), [-0.4, 1])
})

test('scales run from the first pixel to the last', () => {
  assert.deepEqual([2, 3, 4].map(linearScale([2, 4], [100, 0])), [100, 50, 0])
  assert.equal(linearScale([7, 7], [0, 30])(7), 15)
  const y = logScale([1, 100], [0, 200])
  assert.ok(Math.abs(y(10) - 100) < 1e-9)
})
