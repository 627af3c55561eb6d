import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { equilibriumExpectedReturns } from './equilibrium-expected-returns.ts'

describe('equilibriumExpectedReturns', () => {
  const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.5, 0.25, 0.25, 1) } as const
  const equilibrium = { covariance, weights: Float64Array.of(0.75, 0.25), riskAversion: 2, riskFree: 0.125 }

  test('matches the value worked out by hand', () => {
    assert.deepEqual(equilibriumExpectedReturns(equilibrium), Float64Array.of(1, 1))
  })

  test('refuses what does not fit or is not finite', () => {
    const cases: [change: object, fault: object][] = [
      [{ weights: Float64Array.of(1) }, { code: 'shape', field: 'weights' }],
      [{ covariance: { ...covariance, n: 3 } }, { code: 'shape', field: 'covariance.data' }],
      [{ riskAversion: Number.NaN }, { code: 'not_finite', field: 'riskAversion' }],
      [{ weights: Float64Array.of(1, Infinity) }, { code: 'not_finite', field: 'weights' }],
    ]
    for (const [change, fault] of cases) assert.throws(() => equilibriumExpectedReturns({ ...equilibrium, ...change }), fault)
  })
})
