import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { payoffRatio } from './payoff-ratio.ts'

describe('payoffRatio', () => {
  test('matches the value worked out by hand, returns of zero left out', () => {
    assert.equal(payoffRatio(Float64Array.of(0.03, 0, 0.01, -0.01, 0))?.toFixed(12), '2.000000000000')
  })

  test('is null without a gain or without a loss', () => {
    assert.equal(payoffRatio(Float64Array.of(0.01, 0.02)), null)
    assert.equal(payoffRatio(Float64Array.of(-0.01, 0)), null)
  })
})
