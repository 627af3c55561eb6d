import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { trackingError } from './tracking-error.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('trackingError', () => {
  test('matches the value worked out by hand', () => {
    // Differences 0.01, 0, 0.01, 0: squared distances from 0.005 add up to 0.0001; 0.0001/3 · 12 = 0.02².
    assert.equal(trackingError([returns, benchmark], 12)?.toFixed(12), '0.020000000000')
  })

  test('is zero for a copy and null for a single return', () => {
    assert.equal(trackingError([returns, returns], 252), 0)
    assert.equal(trackingError([Float64Array.of(0.1), Float64Array.of(0.2)], 252), null)
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => trackingError([returns, returns.subarray(1)], 252), RangeError)
  })
})
