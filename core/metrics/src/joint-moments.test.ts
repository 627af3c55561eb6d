import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { jointMoments } from './joint-moments.ts'
import { moments } from './moments.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('jointMoments', () => {
  test('matches the values worked out by hand', () => {
    const joint = jointMoments([returns, benchmark])
    assert.equal(joint.covariance.toFixed(14), (0.0013 / 3).toFixed(14))
    assert.equal(joint.variance.toFixed(14), (0.0017 / 3).toFixed(14))
    assert.equal(joint.benchmarkVariance.toFixed(14), (0.001 / 3).toFixed(14))
    assert.deepEqual([joint.count, joint.largest, joint.benchmarkLargest], [4, 0.03, 0.02])
  })

  test('agrees with the moments of each', () => {
    const joint = jointMoments([returns, benchmark])
    assert.equal(joint.mean, moments(returns).mean)
    assert.equal(joint.benchmarkMean, moments(benchmark).mean)
    assert.ok(Math.abs(Math.sqrt(joint.variance) - moments(returns).deviation) < 1e-17)
  })

  test('is zero for no returns', () => {
    const joint = jointMoments([Float64Array.of(), Float64Array.of()])
    assert.ok(Object.values(joint).every((value) => value === 0))
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => jointMoments([returns, benchmark.subarray(1)]), RangeError)
  })
})
