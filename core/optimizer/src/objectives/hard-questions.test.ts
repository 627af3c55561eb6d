import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Problem } from '../problem/problem.ts'
import { dense } from '../trial/random-covariances.ts'
import { drawnProblem } from '../trial/drawn-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { minVolatility } from './min-volatility.ts'

const third = Float64Array.of(1 / 3, 1 / 3, 1 / 3)

describe('questions that rounding once spoiled', () => {
  test('a target return with a turnover limit, where the walk began a hair beyond a corner', () => {
    const problem: Problem = {
      covariance: dense([0.03604760385262895, 0.0443906145288395], [0.0443906145288395, 0.06268202252420113]),
      expectedReturns: Float64Array.of(0.07204720879904927, 0.074305637544021),
      turnover: { from: Float64Array.of(0.5, 0.5), max: 0.506529830629006 },
    }
    const whole = frontier(problem)
    assert.ok(whole.status === 'optimal')
    const targetReturn = (whole.corners[0]!.return + whole.corners.at(-1)!.return) / 2
    assert.equal(efficientReturn(problem, { targetReturn }).status, 'optimal')
  })

  test('a return that cannot be, of assets that earn almost the same', () => {
    const problem: Problem = {
      covariance: dense(
        [0.0354571103949945, 0.005328884955615915, -0.018240142651385398],
        [0.005328884955615915, 0.01870743120780628, -0.0016574945498385918],
        [-0.018240142651385398, -0.0016574945498385918, 0.015396789436832535],
      ),
      expectedReturns: Float64Array.of(0.15821201991289854, 0.15818658912554384, 0.12355861299671234),
      bounds: { lower: -0.5, upper: 1 },
      turnover: { from: third, max: 0.1788106351159513 },
      grossExposure: 1.4007100572343916,
    }
    const outcome = efficientReturn(problem, { targetReturn: 0, sense: 'equal' })
    assert.ok(outcome.status === 'unreachable')
    assert.deepEqual(
      outcome.range.map((value) => value.toFixed(6)),
      ['0.143554', '0.149751'],
    )
  })

  test('limits that cannot hold together, one of which follows from others at first', () => {
    const problem: Problem = {
      covariance: dense([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]),
      bounds: { lower: Float64Array.of(0, 0, -Infinity, 0), upper: Float64Array.of(0.5, 1, Infinity, 0) },
      budget: 0,
      grossExposure: 0.5,
      rows: [
        { name: 'first', coefficients: Float64Array.of(0, -1, 1, -1), lower: 0.1, upper: 0.1 },
        { name: 'second', coefficients: Float64Array.of(1, -1, 1, -1), lower: 0, upper: 0 },
      ],
    }
    const outcome = minVolatility(problem)
    assert.ok(outcome.status === 'infeasible')
    assert.ok(outcome.explanation.includes('row first = 0.1'), outcome.explanation)
  })

  test('returns in another unit than variances, without any risk', () => {
    const problem: Problem = { covariance: dense([0, 0], [0, 0]), expectedReturns: Float64Array.of(3e-10, 1e-9) }
    const outcome = efficientReturn(problem, { targetReturn: 5e-9, sense: 'equal' })
    assert.ok(outcome.status === 'unreachable')
    assert.deepEqual(outcome.range, [3e-10, 1e-9])
  })

  test('any return of 300 small problems: it is had, or cannot be', () => {
    const returns = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(drawnProblem, returns, fc.constantFrom('atLeast', 'equal'), (problem, targetReturn, sense) => {
        const { status } = efficientReturn(problem, { targetReturn, sense })
        assert.ok(['optimal', 'unreachable', 'infeasible'].includes(status), status)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a row in any unit', () => {
  for (const unit of [1e-9, 1e9]) {
    test(`means the same ${unit} times as large, and its multiplier that many times less`, () => {
      const outcomes = [1, unit].map((scale) => {
        const coefficients = Float64Array.of(9 * scale, 4 * scale, scale)
        return maxSharpe(
          {
            covariance: dense([0.04, 0.01, 0], [0.01, 0.09, 0.02], [0, 0.02, 0.16]),
            expectedReturns: Float64Array.of(0.05, 0.08, 0.06),
            rows: [{ name: 'carbon', coefficients, upper: 4 * scale }],
          },
          { riskFree: 0.01 },
        )
      })
      const [own, scaled] = outcomes.map((outcome) => {
        assert.ok(outcome.status === 'optimal')
        const { value } = outcome.certificate.multipliers.find(({ reference }) => reference.name === 'carbon')!
        return { weights: outcome.portfolio.weights, value }
      })
      own!.weights.forEach((weight, asset) => assert.ok(Math.abs(weight - scaled!.weights[asset]!) <= 1e-15))
      assert.ok(Math.abs(scaled!.value * unit - own!.value) <= 1e-14 * Math.abs(own!.value))
    })
  }
})
