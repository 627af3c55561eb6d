import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { frontier } from './frontier.ts'

describe('an outcome without a solution', () => {
  test('proves its candidate at the lambda where the way stopped, also on the way down from the end of highest return', () => {
    const covariance = dense([0.04, 0, 0], [0, 0.01, 0], [0, 0, 0.09])
    for (const maxSteps of [1, 2]) {
      const outcome = frontier({ covariance, expectedReturns: Float64Array.of(0.1, 0.04, 0.2) }, { maxSteps })
      assert.ok(outcome.status === 'stepLimit')
      const { stationarity, primalFeasibility, dualSign, complementarity } = outcome.certificate
      assert.ok(Math.max(stationarity, primalFeasibility, dualSign, complementarity) <= 1e-12)
    }
  })
})
