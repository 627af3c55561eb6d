import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { centeredReturns } from './centered-returns.ts'
import { moments } from './moments.ts'

describe('centeredReturns', () => {
  test('matches the values worked out by hand', () => {
    const { mean, deviations, variance, largest } = centeredReturns(Float64Array.of(0.5, -1, 2))
    assert.deepEqual([mean, [...deviations], variance, largest], [0.5, [0, -1.5, 1.5], 2.25, 2])
  })

  test('agrees with the moments', () => {
    const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
    assert.equal(centeredReturns(returns).mean, moments(returns).mean)
    assert.equal(Math.sqrt(centeredReturns(returns).variance), moments(returns).deviation)
  })

  test('is zero for no returns and has no variance for one', () => {
    assert.deepEqual(centeredReturns(Float64Array.of()), { mean: 0, deviations: Float64Array.of(), variance: 0, largest: 0 })
    assert.equal(centeredReturns(Float64Array.of(0.1)).variance, 0)
  })
})
