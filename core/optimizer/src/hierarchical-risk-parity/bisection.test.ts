import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { bisection } from './bisection.ts'

const pairs = dense([1, -1, 0.1, -0.1], [-1, 1, -0.1, 0.1], [0.1, -0.1, 1, -1], [-0.1, 0.1, -1, 1])

describe('bisection', () => {
  test('shares by the inverse of the variance of each half, of an odd number the left half the smaller', () => {
    const { weights } = bisection(dense([1, 0, 0], [0, 1, 0], [0, 0, 4]), [0, 1, 2]) as { weights: Float64Array }
    // The right half: weights 0.8 and 0.2, variance 0.64 + 0.04 · 4 = 0.8.
    const left = 0.8 / 1.8
    const expected = [left, (1 - left) * 0.8, (1 - left) * 0.2]
    for (const [i, weight] of expected.entries()) assert.ok(Math.abs(weights[i]! - weight) < 1e-15)
  })

  test('gives everything to the half whose risks cancel out', () => {
    const outcome = bisection(dense([1, -1, 0], [-1, 1, 0], [0, 0, 1]), [2, 0, 1])
    assert.deepEqual(outcome, { status: 'shared', weights: Float64Array.of(0.5, 0.5, 0) })
  })

  test('does not share between two halves whose risks cancel out', () => {
    assert.deepEqual(bisection(pairs, [0, 1, 2, 3]), {
      status: 'riskless',
      halves: [
        [0, 1],
        [2, 3],
      ],
    })
    assert.equal(bisection(pairs, [0, 2, 1, 3]).status, 'shared')
  })

  test('names assets whose variance is negative', () => {
    const negative = dense([1, -0.9, -0.9], [-0.9, 1, -0.9], [-0.9, -0.9, 1])
    const four = dense(
      ...[0, 1, 2, 3, 4, 5].map((i) =>
        [0, 1, 2, 3, 4, 5].map((j) => (i < 3 && j < 3 ? negative.data[i * 3 + j]! : Number(i === j))),
      ),
    )
    assert.deepEqual(bisection(four, [0, 1, 2, 3, 4, 5]), { status: 'negative', members: [0, 1, 2] })
  })
})
