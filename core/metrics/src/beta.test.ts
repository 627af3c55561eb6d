import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { beta } from './beta.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
const pair = [returns, benchmark] as const

describe('beta', () => {
  test('matches the value worked out by hand', () => {
    // Σ(x − m)b = 0.0013, Σb² = 0.001, the benchmark's mean being 0.
    assert.equal(beta(pair)?.toFixed(12), '1.300000000000')
  })

  test('is a for a portfolio that is a times its benchmark plus a constant', () => {
    assert.equal(beta([benchmark.map((value) => -0.5 * value + 0.25), benchmark])?.toFixed(12), '-0.500000000000')
  })

  test('is null for a single return and for a benchmark that does not vary', () => {
    assert.equal(beta([Float64Array.of(0.1), Float64Array.of(0.1)]), null)
    assert.equal(beta([returns, returns.map(() => 0.01)]), null)
    assert.equal(beta([returns, returns.map((value) => 0.01 + value * 1e-14)]), null)
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => beta([returns, returns.subarray(1)]), /^RangeError: Cannot compare with a benchmark: .* got 4 and 3$/)
  })
})
