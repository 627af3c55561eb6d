import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { dotPosition, roundTicks, valueScale } from './value-axis.ts'

describe('value axis', () => {
  test('has round ticks within the range', () => {
    assert.deepEqual(roundTicks(valueScale(78_000, 220_000, 48), 4), [100_000, 150_000, 200_000])
    assert.deepEqual(
      roundTicks(valueScale(-0.302, 0, 20), 4),
      [-0.3, -0.2, -0.1, 0].map((tick) => Math.round(tick * 10) * 0.1),
    )
  })

  test('turns logarithmic when the range spans more than a factor of ten', () => {
    const scale = valueScale(900, 250_000, 48)
    assert.equal(scale.kind, 'logarithmic')
    assert.deepEqual(roundTicks(scale, 4), [1_000, 10_000, 100_000])
    assert.ok(Math.abs(dotPosition(15_000, scale) - 23.5) < 1e-9, 'the geometric mean lies in the middle')
  })

  test('stays linear when the portfolio is ruined', () => {
    assert.equal(valueScale(0, 100_000, 48).kind, 'linear')
  })

  test('gives a value that never moves a range of its own', () => {
    assert.equal(dotPosition(100_000, valueScale(100_000, 100_000, 49)), 24)
  })

  test('never has more ticks than asked, all within the range, increasing', () => {
    const value = fc.double({ min: 1e-3, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2, max: 6 }), (a, b, most) => {
        const scale = valueScale(Math.min(a, b), Math.max(a, b), 48)
        const span = scale.highest - scale.lowest
        const ticks = roundTicks(scale, most)
        assert.ok(ticks.length <= most)
        assert.ok(ticks.every((tick, index) => index === 0 || tick > (ticks[index - 1] ?? Infinity)))
        assert.ok(ticks.every((tick) => tick >= scale.lowest - span * 1e-6 && tick <= scale.highest + span * 1e-6))
      }),
    )
  })
})
