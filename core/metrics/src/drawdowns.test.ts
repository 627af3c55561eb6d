import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { drawdowns, drawdownSeries } from './drawdowns.ts'

const path = fc
  .array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 })
  .map((values) => Float64Array.of(10, ...values.map((value) => value / 2)))
const everyDay = (values: Float64Array): Int32Array => Int32Array.from(values, (_, i) => 100 + i)

describe('drawdownSeries', () => {
  test('measures from the highest value so far, the first included', () => {
    assert.deepEqual(drawdownSeries(Float64Array.of(2, 1, 4, 3, 4, 0)), Float64Array.of(0, -0.5, 0, -0.25, 0, -1))
  })

  test('lies within -1..0, is 0 exactly at a new high, and does not depend on scale', () => {
    fc.assert(
      fc.property(path, (values) => {
        const series = drawdownSeries(values)
        for (const [i, value] of series.entries()) {
          assert.ok(value >= -1 && value <= 0)
          assert.equal(value === 0, values[i] === Math.max(...values.subarray(0, i + 1)))
        }
        assert.deepEqual(drawdownSeries(values.map((value) => value * 8)), series)
      }),
    )
  })
})

describe('drawdowns', () => {
  test('has dates, depth and length of each, deepest first', () => {
    const values = Float64Array.of(4, 3, 4, 5, 5, 3, 2, 2, 4, 5, 6, 4.5)
    const days = Int32Array.of(0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15)
    assert.deepEqual(drawdowns(values, days), [
      { peak: 4, trough: 8, recovery: 11, depth: 2 / 5 - 1, calendarDays: 7, sessions: 5, daysToTrough: 4 },
      { peak: 0, trough: 1, recovery: 2, depth: -0.25, calendarDays: 2, sessions: 2, daysToTrough: 1 },
      { peak: 14, trough: 15, recovery: null, depth: -0.25, calendarDays: 1, sessions: 1, daysToTrough: 1 },
    ])
  })

  test('stays open until the last session', () => {
    const [worst] = drawdowns(Float64Array.of(4, 2, 3), Int32Array.of(10, 11, 20))
    assert.deepEqual(worst, { peak: 10, trough: 11, recovery: null, depth: -0.5, calendarDays: 10, sessions: 2, daysToTrough: 1 })
  })

  test('is none for a value that never falls', () => {
    assert.deepEqual(drawdowns(Float64Array.of(1, 1, 2), Int32Array.of(0, 1, 2)), [])
  })

  test('cover exactly the sessions under water, and the deepest is the lowest of the series', () => {
    fc.assert(
      fc.property(path, (values) => {
        const series = drawdownSeries(values)
        const found = drawdowns(values, everyDay(values))
        assert.equal(found[0]?.depth ?? 0, Math.min(...series))
        const below = found.map(({ sessions, recovery }) => (recovery === null ? sessions : sessions - 1))
        assert.equal(
          below.reduce((total, sessions) => total + sessions, 0),
          series.filter((value) => value < 0).length,
        )
      }),
    )
  })
})
