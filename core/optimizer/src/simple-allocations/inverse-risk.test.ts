import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { covariances, dense, reversed, scaled } from '../trial/random-covariances.ts'
import { equalWeight } from './equal-weight.ts'
import { inverseVariance } from './inverse-variance.ts'
import { inverseVolatility } from './inverse-volatility.ts'

describe('equalWeight', () => {
  test('is 1/n', () => assert.deepEqual(equalWeight(3), Float64Array.of(1 / 3, 1 / 3, 1 / 3)))

  test('refuses what is no number of assets', () => {
    assert.throws(() => equalWeight(0), { code: 'empty', field: 'n' })
    for (const n of [-1, 1.5, Number.NaN, Infinity]) assert.throws(() => equalWeight(n), { code: 'out_of_range', field: 'n' })
  })
})

for (const [name, rule] of Object.entries({ inverseVolatility, inverseVariance })) {
  const weightsOf = (covariance: Parameters<typeof rule>[0]): Float64Array => {
    const outcome = rule(covariance)
    assert.ok(outcome.status === 'optimal')
    return outcome.weights
  }

  describe(name, () => {
    test('gives one asset everything, and copies of an asset the same', () => {
      assert.deepEqual(weightsOf(dense([0.04])), Float64Array.of(1))
      assert.deepEqual(weightsOf(dense([0.04, 0.04], [0.04, 0.04])), Float64Array.of(0.5, 0.5))
    })

    test('names the assets that do not vary', () => {
      const covariance = dense([0, 0, 0], [0, 0.1, 0], [0, 0, 0])
      assert.deepEqual(rule(covariance, { assets: ['CASH', 'SPY', 'BILL'] }), {
        status: 'zeroVariance',
        assets: [0, 2],
        explanation: 'CASH and BILL do not vary: no share of the risk can be given to what has none',
      })
    })

    test('holds for variances of any size', () => {
      assert.deepEqual(weightsOf(dense([1e-289, 0], [0, 1e-289])), Float64Array.of(0.5, 0.5))
      assert.deepEqual(weightsOf(dense([1e289, 0], [0, 1e289])), Float64Array.of(0.5, 0.5))
    })

    test('sums to 1, does not depend on the unit, and follows the assets', () => {
      fc.assert(
        fc.property(covariances, (covariance) => {
          const weights = weightsOf(covariance)
          assert.ok(Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1) < 1e-15 * covariance.n)
          assert.deepEqual(weightsOf(scaled(covariance, 4)), weights)
          assert.deepEqual(weightsOf(reversed(covariance)), weights.toReversed())
        }),
      )
    })

    test('refuses what is no covariance', () => {
      assert.throws(() => rule(dense([Number.NaN])), { code: 'not_finite', field: 'covariance.data', asset: 'asset 0' })
    })
  })
}

test('the volatility is that of the portfolio', () => {
  const outcome = inverseVolatility(dense([0.04, 0.01], [0.01, 0.01]))
  assert.ok(outcome.status === 'optimal')
  // Weights 1/3 and 2/3: (0.04 + 2 · 2 · 0.01 + 4 · 0.01)/9.
  assert.ok(Math.abs(outcome.volatility - Math.sqrt(0.12 / 9)) < 1e-15)
})
