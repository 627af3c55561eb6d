import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { treynorRatio } from './treynor-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('treynorRatio', () => {
  test('matches the value worked out by hand', () => {
    assert.equal(treynorRatio([returns, benchmark], 12)?.toFixed(12), (0.06 / 1.3).toFixed(12))
  })

  test('is null for a beta of zero or none', () => {
    assert.equal(treynorRatio([Float64Array.of(1, 1, -1, -1), Float64Array.of(1, -1, 1, -1)], 12), null)
    assert.equal(treynorRatio([returns, returns.map(() => 0)], 12), null)
  })
})
