import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { frontier } from './frontier.ts'
import { maxUtility } from './max-utility.ts'

const covariance = dense([0.04, 0.01, 0.006], [0.01, 0.09, 0.02], [0.006, 0.02, 0.0225])
const expectedReturns = Float64Array.of(-0.3, 0.38, 0.05)

const traded = {
  costs: (from: Float64Array) => ({ costs: { from, rate: 0.001 } }),
  turnover: (from: Float64Array) => ({ turnover: { from, max: 3 } }),
  'gross exposure': () => ({ grossExposure: 2.5 }),
  'all of them': (from: Float64Array) => ({ costs: { from, rate: 0.001 }, turnover: { from, max: 3 }, grossExposure: 2.5 }),
}

describe('bounds hold to the last bit, and a weight at a bound is that bound, with', () => {
  for (const [what, limitsFrom] of Object.entries(traded)) {
    test(what, () => {
      let met = 0
      for (const share of [1 / 3, 0.1, 0.2, 0.25, 1 / 7, 0.15, 0.7]) {
        for (const lower of [-0.3, -0.1, -0.7]) {
          for (const upper of [0.6, 0.7, 0.9, 1.1]) {
            const from = new Float64Array(3).fill(share)
            const problem = { covariance, expectedReturns, bounds: { lower, upper }, ...limitsFrom(from) }
            const outcome = maxUtility(problem, { riskAversion: 3 })
            const whole = frontier(problem)
            assert.ok(outcome.status === 'optimal' && whole.status === 'optimal')
            for (const { weights } of [outcome.portfolio, ...whole.corners]) {
              assert.ok(weights.every((weight) => weight >= lower && weight <= upper))
            }
            met += countAtBounds(outcome.portfolio.weights, [lower, upper])
          }
        }
      }
      assert.ok(met > 100)
    })
  }
})

function countAtBounds(weights: Float64Array, bounds: readonly number[]): number {
  const near = weights.filter((weight) => bounds.some((bound) => Math.abs(weight - bound) <= 1e-13))
  assert.ok(near.every((weight) => bounds.includes(weight)))
  return near.length
}
