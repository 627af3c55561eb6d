import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { drawnProblem } from '../trial/drawn-problem.ts'
import { measuresOf } from '../trial/measures.ts'
import { frontier } from './frontier.ts'
import { maxUtility } from './max-utility.ts'

function diagonal(...variances: number[]): DenseCovariance {
  const n = variances.length
  const data = new Float64Array(n * n)
  variances.forEach((value, i) => (data[i * (n + 1)] = value))
  return { kind: 'dense', n, data }
}

describe('a frontier that jumps', () => {
  test('begins with what earns most of all that has no risk', () => {
    const problem = { covariance: diagonal(0, 0, 0.04), expectedReturns: Float64Array.of(0.01, 0.03, 0.1) }
    const outcome = frontier(problem)
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      outcome.corners.map(({ lambdaFrom, weights }) => [lambdaFrom, ...weights].map((value) => value.toFixed(12))),
      [
        [0, 0, 1, 0],
        [0.04 / 0.07, 0, 0, 1],
      ].map((corner) => corner.map((value) => value.toFixed(12))),
    )
  })

  test('is optimal everywhere between its corners, whatever the rank of the covariance', () => {
    let judged = 0
    fc.assert(
      fc.property(drawnProblem, (problem) => {
        const { l2: _, ...plain } = problem
        const outcome = frontier(plain)
        if (outcome.status !== 'optimal') return
        const { variance, return: returnOf, cost } = measuresOf(plain)
        const { corners } = outcome
        corners.slice(1).forEach((above, k) => {
          const below = corners[k]!
          for (const share of [0.25, 0.5, 0.75]) {
            const lambda = below.lambdaTo + share * (above.lambdaFrom - below.lambdaTo)
            if (lambda < 1e-9) continue
            const best = maxUtility(plain, { riskAversion: 1 / lambda })
            assert.ok(best.status === 'optimal')
            const utility = (w: Float64Array): number => returnOf(w) - cost(w) - variance(w) / lambda / 2
            const between = below.weights.map((weight, i) => weight + share * (above.weights[i]! - weight))
            const gap = utility(best.portfolio.weights) - utility(between)
            assert.ok(gap <= 1e-9, `λ = ${lambda}: ${gap} below the optimum`)
            judged++
          }
        })
      }),
      { numRuns: 60 },
    )
    assert.ok(judged > 300, `${judged} judged`)
  })
})
