import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { efficientReturn } from './efficient-return.ts'

const two = { covariance: dense([0.04, 0], [0, 0.01]), expectedReturns: Float64Array.of(0.1, 0.04) }

describe('returns that limits lead to or not', () => {
  test('a return that cannot be reached has a range without an end where returns have none', () => {
    const open = { covariance: dense([0.04, 0.01], [0.01, 0.09]), expectedReturns: Float64Array.of(0.05, 0.08) }
    const bounds = { lower: -Infinity, upper: Infinity }
    const rows = [{ name: 'r', coefficients: Float64Array.of(0, 1), upper: 0.5 }]
    const losing = { ...open, expectedReturns: Float64Array.of(-0.05, -0.08), budget: null, bounds: { upper: Infinity } }
    const nothing = { ...open, expectedReturns: new Float64Array(2), bounds }
    for (const sense of ['atLeast', 'equal'] as const) {
      const capped = efficientReturn({ ...open, bounds, rows }, { targetReturn: 0.2, sense })
      assert.ok(capped.status === 'unreachable')
      assert.deepEqual(capped.range, [-Infinity, 0.065])
      assert.deepEqual([capped.nearest.weights, capped.best.weights], [Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5)])
      const below = efficientReturn(losing, { targetReturn: 0.2, sense })
      assert.ok(below.status === 'unreachable')
      assert.deepEqual(below.range, [-Infinity, 0])
      const none = efficientReturn(nothing, { targetReturn: 0.2, sense })
      assert.ok(none.status === 'unreachable')
      assert.deepEqual(none.range, [0, 0])
    }
    const gaining = { ...losing, expectedReturns: open.expectedReturns }
    const low = efficientReturn(gaining, { targetReturn: -0.1, sense: 'equal' })
    assert.ok(low.status === 'unreachable')
    assert.deepEqual(low.range, [0, Infinity])
    assert.deepEqual([low.nearest.weights, low.best.weights], [new Float64Array(2), new Float64Array(2)])
  })

  test('a band of budgets has the returns of both its ends', () => {
    const one = { covariance: dense([0.25]), expectedReturns: Float64Array.of(0.16), budget: { min: 0.5, max: 1 } }
    for (const [targetReturn, nearest] of [
      [0.05, 0.5],
      [0.2, 1],
    ] as const) {
      const outcome = efficientReturn({ ...one, bounds: { lower: 0.05, upper: 1.05 } }, { targetReturn, sense: 'equal' })
      assert.ok(outcome.status === 'unreachable')
      assert.deepEqual([outcome.range, outcome.nearest.weights], [[0.08, 0.16], Float64Array.of(nearest)])
    }
  })

  test('limits that leave nothing are at fault, not the return that was asked for', () => {
    const groups = [{ name: 'all', members: [0, 1], upper: 0.5 }]
    const outcome = efficientReturn({ ...two, groups }, { targetReturn: 0.07, sense: 'equal' })
    assert.ok(outcome.status === 'infeasible')
    assert.equal(outcome.explanation, 'These cannot hold together: budget = 1; group all <= 0.5.')
    const open = { ...two, groups, bounds: { lower: -Infinity, upper: Infinity } }
    const endless = efficientReturn(open, { targetReturn: 0.07, sense: 'equal' })
    assert.deepEqual(endless, outcome)
  })

  test('a return that weights without any more risk lead to is had with the least risk', () => {
    const same = { covariance: dense([0.04, 0.04], [0.04, 0.04]), expectedReturns: Float64Array.of(0.05, 0.08) }
    const outcome = efficientReturn({ ...same, bounds: { lower: -Infinity, upper: Infinity } }, { targetReturn: 0.1 })
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.portfolio.volatility.toFixed(12), '0.200000000000')
    assert.equal(outcome.portfolio.return!.toFixed(12), '0.100000000000')
  })

  test('no more return is taken than was asked for where that costs something', () => {
    const tiny = { covariance: dense([1.2e-13, 0], [0, 4e-14]), expectedReturns: Float64Array.of(0.05, 0.08), budget: null }
    const costs = { from: Float64Array.of(0.5, 0.5), rate: 0.01 }
    const outcome = efficientReturn({ ...tiny, bounds: { lower: -3, upper: 3 }, costs }, { targetReturn: 0.2 })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(outcome.portfolio.weights, Float64Array.of(0.5, 2.1875))
  })
})
