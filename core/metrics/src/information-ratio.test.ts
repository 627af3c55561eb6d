import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { informationRatio } from './information-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('informationRatio', () => {
  test('matches the value worked out by hand', () => {
    // 12 · 0.005 over a tracking error of 0.02.
    assert.equal(informationRatio([returns, benchmark], 12)?.toFixed(12), '3.000000000000')
  })

  test('is null for a copy and for a constant lead, rounding errors included', () => {
    assert.equal(informationRatio([returns, returns], 252), null)
    assert.equal(informationRatio([benchmark.map((value) => value + 0.003), benchmark], 252), null)
  })
})
