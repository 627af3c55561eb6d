import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gainToPainRatio } from './gain-to-pain-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('gainToPainRatio', () => {
  test('matches the value worked out by hand', () => {
    assert.equal(gainToPainRatio(returns)?.toFixed(12), (0.02 / 0.03).toFixed(12))
  })

  test('is -1 without a gain and null without a loss', () => {
    assert.equal(gainToPainRatio(Float64Array.of(-0.01, -0.02)), -1)
    assert.equal(gainToPainRatio(Float64Array.of(0.01, 0.02)), null)
  })
})
