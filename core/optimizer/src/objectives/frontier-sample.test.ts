import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Portfolio } from '../outcome.ts'
import { drawnProblem } from '../trial/drawn-problem.ts'
import { frontierSample } from './frontier-sample.ts'
import { frontier } from './frontier.ts'
import type { Corner } from './frontier.ts'
import { weightsAtLambda } from './frontier-points.ts'
import { maxSharpe } from './max-sharpe.ts'
import { measuredPortfolio } from './measured-portfolio.ts'

const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }

/** Whether several portfolios are as good at λ; then no l2 tells them apart. */
function isJump(corners: readonly Corner[], lambda: number): boolean {
  const tolerance = 1e-9 * Math.max(1, lambda)
  return corners.slice(1).some(({ lambdaFrom }, k) => {
    const { lambdaTo } = corners[k]!
    return lambdaFrom - lambdaTo <= tolerance && Math.abs(lambda - lambdaTo) <= tolerance
  })
}

/** ½V − λ(μ'w − C). */
function lossOf({ volatility, return: gain, cost }: Portfolio, lambda: number): number {
  return volatility ** 2 / 2 - lambda * (gain! - cost)
}

describe('frontierSample', () => {
  test('goes from end to end in even steps of net return, along the frontier', () => {
    let judged = 0
    fc.assert(
      fc.property(drawnProblem, fc.integer({ min: 2, max: 30 }), (problem, count) => {
        const whole = frontier(problem)
        if (whole.status !== 'optimal') return
        const points = frontierSample(problem, whole.corners, { count })
        const { corners } = whole
        assert.equal(points.length, corners.length === 1 ? 1 : count)
        assert.deepEqual(points[0]!.weights, corners[0]!.weights)
        assert.deepEqual(points.at(-1)!.weights, corners.at(-1)!.weights)
        const gains = points.map((point) => point.return! - point.cost)
        const step = (gains.at(-1)! - gains[0]!) / (count - 1)
        gains.forEach((gain, k) => assert.ok(Math.abs(gain - gains[0]! - k * step) <= 1e-12))
        for (const point of points) {
          const expected = weightsAtLambda(corners, point.lambda)
          if (isJump(corners, point.lambda)) {
            const other = measuredPortfolio(problem, expected)
            assert.ok(Math.abs(lossOf(point, point.lambda) - lossOf(other, point.lambda)) <= 1e-12)
          } else point.weights.forEach((weight, asset) => assert.ok(Math.abs(weight - expected[asset]!) <= 1e-9))
        }
        judged++
      }),
      { numRuns: 30 },
    )
    assert.ok(judged > 20, `${judged} judged`)
  })

  test('is one portfolio where the frontier is', () => {
    const problem = { covariance, expectedReturns: Float64Array.of(0.05, 0.05), bounds: { lower: 0.5, upper: 0.5 } }
    const whole = frontier(problem)
    assert.ok(whole.status === 'optimal')
    assert.equal(frontierSample(problem, whole.corners, { count: 5 }).length, 1)
  })

  test('refuses a count that is no number of points', () => {
    for (const count of [1, 2.5, NaN]) {
      assert.throws(() => frontierSample({ covariance }, [], { count }), { code: 'out_of_range', field: 'count' })
    }
  })
})

describe('measuredPortfolio', () => {
  test('says of an outcome what the outcome says', () => {
    const problem = {
      covariance,
      expectedReturns: Float64Array.of(0.1, 0.04),
      costs: { from: Float64Array.of(0.2, 0.8), rate: 0.01 },
    }
    const outcome = maxSharpe(problem, { riskFree: 0.02 })
    assert.ok(outcome.status === 'optimal')
    const { weights } = outcome.portfolio
    const measured = measuredPortfolio(problem, weights, { ratioRiskFree: 0.02 })
    assert.deepEqual(measured, outcome.portfolio)
    assert.notEqual(measured.weights, weights)
  })

  test('names the weight that is none', () => {
    assert.throws(() => measuredPortfolio({ covariance, assets: ['A', 'B'] }, Float64Array.of(0.5, NaN)), {
      code: 'not_finite',
      field: 'weights',
      asset: 'B',
    })
  })
})
