import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sortinoRatio } from './sortino-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('sortinoRatio', () => {
  test('matches the value worked out by hand', () => {
    const byHand = (0.005 / Math.sqrt((0.01 ** 2 + 0.02 ** 2) / 4)) * Math.sqrt(252)
    assert.ok(Math.abs(sortinoRatio(returns, 252)! - byHand) < 1e-12)
  })

  test('averages the downside over all periods, gains included', () => {
    const withGains = Float64Array.of(-0.01, 0.03, 0.03, 0.03)
    assert.equal(sortinoRatio(withGains, 1)?.toFixed(12), (0.02 / Math.sqrt(0.0001 / 4)).toFixed(12))
  })

  test('is null without a loss and for a single return', () => {
    assert.equal(sortinoRatio(Float64Array.of(0.01, 0.02), 252), null)
    assert.equal(sortinoRatio(Float64Array.of(-0.01), 252), null)
  })
})
