import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alpha } from './alpha.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('alpha', () => {
  test('matches the value worked out by hand', () => {
    // Mean 0.005, beta 1.3 times a benchmark mean of 0.
    assert.equal(alpha([returns, benchmark], 12)?.toFixed(12), '0.060000000000')
  })

  test('is the constant that a multiple of the benchmark is shifted by', () => {
    assert.equal(alpha([returns.map((value) => 2 * value + 0.001), returns], 252)?.toFixed(12), '0.252000000000')
  })

  test('is null for a benchmark that does not vary', () => {
    assert.equal(alpha([returns, returns.map(() => 0)], 252), null)
  })
})
