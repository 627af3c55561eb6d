import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rSquared } from './r-squared.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('rSquared', () => {
  test('matches the value worked out by hand', () => {
    assert.equal(rSquared([returns, benchmark])?.toFixed(12), (0.0013 ** 2 / (0.0017 * 0.001)).toFixed(12))
  })

  test('is null where the correlation is', () => assert.equal(rSquared([returns, returns.map(() => 0)]), null))
})
