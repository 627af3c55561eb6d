import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { efficientReturn } from '../objectives/efficient-return.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import { maxUtility } from '../objectives/max-utility.ts'
import { minTrackingError } from '../objectives/min-tracking-error.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import type { Outcome } from '../outcome.ts'
import { dense } from '../trial/random-covariances.ts'

function isUnique(outcome: Outcome): boolean {
  assert.ok(outcome.status === 'optimal')
  return outcome.certificate.unique
}

// Equal weights of whatever sum cancel all risk, so that a budget between two limits is met by many as good.
const canceling = {
  covariance: dense([0.04, -0.04], [-0.04, 0.04]),
  expectedReturns: Float64Array.of(0.05, -0.05),
  budget: { min: 0.5, max: 1 },
}

describe('the only optimum', () => {
  test('is not one that stands on a limit without being pressed against it, wherever that is', () => {
    const [cold, warm] = [minVolatility(canceling), minVolatility(canceling, { warm: { columns: '00', rows: '+' } })]
    assert.ok(cold.status === 'optimal' && warm.status === 'optimal')
    assert.notDeepEqual(cold.portfolio.weights, warm.portfolio.weights)
    assert.deepEqual([isUnique(cold), isUnique(warm)], [false, false])
    assert.equal(isUnique(maxUtility(canceling, { riskAversion: 3 })), false)
    assert.equal(isUnique(minTrackingError(canceling, { benchmark: Float64Array.of(0.6, 0.4) })), false)
  })

  test('is one where the limit that it stands on presses, or where it stands on none', () => {
    assert.equal(isUnique(minVolatility({ ...canceling, covariance: dense([0.04, 0], [0, 0.01]) })), true)
    const inside = { ...canceling, covariance: dense([0.04, 0], [0, 0.01]), budget: null, bounds: { lower: -1, upper: 1 } }
    assert.equal(isUnique(minVolatility(inside)), true)
  })

  test('has no ratio where a part of it may be in what earns the rate without risk', () => {
    const cash = {
      covariance: dense([0, 0, 0], [0, 0.04, 0.01], [0, 0.01, 0.09]),
      expectedReturns: Float64Array.of(0.02, 0.08, 0.1),
    }
    assert.equal(isUnique(maxSharpe(cash, { riskFree: 0.02 })), false)
    assert.equal(isUnique(maxSharpe({ ...cash, bounds: { lower: 0, upper: 0.6 } }, { riskFree: 0.02 })), false)
    assert.equal(isUnique(maxSharpe(cash, { riskFree: 0.03 })), true)
  })
})

describe('a warm start from the outcome itself', () => {
  // The answer touches a limit of the group, where no λ is the answer's.
  test('has its bits where the answer touches a limit that its set does not hold', () => {
    const problem = {
      covariance: dense([0.01, -0.01], [-0.01, 0.1]),
      expectedReturns: Float64Array.of(0.05, 0.05),
      budget: null,
      bounds: { lower: -1, upper: 1 },
      groups: [{ name: 'both', members: [0, 1], lower: 0.2, upper: 0.8 }],
    }
    const cold = efficientReturn(problem, { targetReturn: 0.04 })
    assert.ok(cold.status === 'optimal' && cold.certificate.unique)
    const warm = efficientReturn(problem, { targetReturn: 0.04 }, { warm: cold.warm })
    assert.ok(warm.status === 'optimal')
    assert.deepEqual(warm.portfolio.weights, cold.portfolio.weights)
  })
})
