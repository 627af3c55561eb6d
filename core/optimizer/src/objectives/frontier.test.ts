import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { dense } from '../trial/random-covariances.ts'
import { frontier } from './frontier.ts'

/** Two pairs, each of two assets that move in opposite directions by the same amount. */
function opposites(): DenseCovariance {
  const moves = [0.1, -0.1, 0.2, -0.2]
  const data = Float64Array.from({ length: 16 }, (_, k) => {
    const [i, j] = [k >> 2, k & 3]
    return i >> 1 === j >> 1 ? moves[i]! * moves[j]! : 0
  })
  return { kind: 'dense', n: 4, data }
}

describe('frontier', () => {
  test('begins where a jump between portfolios without risk ends', () => {
    const outcome = frontier({
      covariance: opposites(),
      expectedReturns: Float64Array.of(0.06, 0.04, 0.1, 0.06),
      groups: [{ name: 'first ones', members: [0, 2], upper: 0.9 }],
    })
    assert.ok(outcome.status === 'optimal')
    const corners = outcome.corners.map(({ lambdaFrom, return: mean, volatility }) =>
      [lambdaFrom, mean, volatility].map((value) => value.toFixed(9)),
    )
    assert.deepEqual(corners, [
      ['0.000000000', '0.080000000', '0.000000000'],
      ['1.600000000', '0.096000000', '0.160000000'],
    ])
    for (const { weights } of outcome.corners) assert.ok(weights.every((weight) => weight >= 0))
  })

  test('stands still at its end where those that are left earn the same', () => {
    const data = Float64Array.from({ length: 25 }, (_, k) => (k === 0 ? 2 : k % 6 === 0 ? 1 : 0))
    const outcome = frontier({
      covariance: { kind: 'dense', n: 5, data },
      expectedReturns: Float64Array.of(1, 0, 0, 0, 0),
      bounds: { lower: 0, upper: 7 / 32 },
    })
    assert.ok(outcome.status === 'optimal')
    const { lambdaFrom, lambdaTo, weights } = outcome.corners.at(-1)!
    assert.deepEqual([lambdaFrom.toFixed(9), lambdaTo], ['0.242187500', Infinity])
    assert.deepEqual(
      Array.from(weights, (weight) => weight.toFixed(12)),
      [7, 6.25, 6.25, 6.25, 6.25].map((weight) => (weight / 32).toFixed(12)),
    )
  })

  test('has no corner where an asset whose weight is fixed would begin to move', () => {
    const outcome = frontier({
      covariance: dense([0.4375, 0.0625, 0.25], [0.0625, 0.8125, -0.1875], [0.25, -0.1875, 0.375]),
      expectedReturns: Float64Array.of(0.05, 0.2, 0.1),
      bounds: { lower: Float64Array.of(-0.5, -Infinity, 0), upper: Float64Array.of(-0.5, Infinity, 1) },
    })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      outcome.corners.map(({ weights }) => Array.from(weights, (weight) => weight.toFixed(12))),
      [
        ['-0.500000000000', '0.500000000000', '1.000000000000'],
        ['-0.500000000000', '1.500000000000', '0.000000000000'],
      ],
    )
  })
})
