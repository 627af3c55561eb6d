import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { dense } from '../trial/random-covariances.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minVolatility } from './min-volatility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { targetSharpe } from './target-sharpe.ts'

function diagonal(...variances: number[]): DenseCovariance {
  const n = variances.length
  const data = new Float64Array(n * n)
  variances.forEach((value, i) => (data[i * (n + 1)] = value))
  return { kind: 'dense', n, data }
}

const two = { covariance: diagonal(0.04, 0.01), expectedReturns: Float64Array.of(0.1, 0.04) }
const named = { ...two, assets: ['AAA', 'BBB'] }

describe('outcomes other than an optimum', () => {
  test('infeasible names a smallest set of limits that cannot hold together', () => {
    const outcome = minVolatility({ ...named, bounds: { lower: 0, upper: 0.4 } })
    assert.ok(outcome.status === 'infeasible')
    assert.deepEqual(outcome.conflict, [
      { kind: 'budget', name: 'budget', lower: 1, upper: 1 },
      { kind: 'upper', name: 'AAA', upper: 0.4 },
      { kind: 'upper', name: 'BBB', upper: 0.4 },
    ])
    assert.equal(outcome.explanation, 'These cannot hold together: budget = 1; AAA <= 0.4; BBB <= 0.4.')
  })

  test('infeasible leaves out what has no part in it', () => {
    const groups = [
      { name: 'all', members: [0, 1], upper: 0.9 },
      { name: 'first', members: [0], lower: 0.1 },
    ]
    const outcome = minVolatility({ ...named, groups })
    assert.ok(outcome.status === 'infeasible')
    assert.deepEqual(outcome.conflict, [
      { kind: 'budget', name: 'budget', lower: 1, upper: 1 },
      { kind: 'group', name: 'all', upper: 0.9 },
    ])
  })

  test('unreachable says what can be reached, and what comes nearest', () => {
    const high = efficientReturn(two, { targetReturn: 0.2 })
    assert.ok(high.status === 'unreachable')
    assert.deepEqual(high.range, [0.04, 0.1])
    assert.deepEqual(Array.from(high.nearest.weights), [1, 0])
    const low = efficientRisk(two, { targetVolatility: 0.01 })
    assert.ok(low.status === 'unreachable')
    assert.equal(low.range[0].toFixed(6), '0.089443')
    const ratio = targetSharpe(two, { riskFree: 0.02, target: 0.5 })
    assert.ok(ratio.status === 'unreachable')
    assert.deepEqual(
      ratio.range.map((value) => value.toFixed(6)),
      ['0.357771', '0.447214'],
    )
    assert.deepEqual(ratio.nearest, ratio.best)
    const lower = targetSharpe(two, { riskFree: 0.02, target: 0.1 })
    assert.ok(lower.status === 'unreachable')
    assert.deepEqual(
      Array.from(lower.nearest.weights, (weight) => weight.toFixed(12)),
      ['0.200000000000', '0.800000000000'],
    )
    assert.deepEqual(lower.best, ratio.best)
    const equal = efficientReturn(two, { targetReturn: 0.01, sense: 'equal' })
    assert.ok(equal.status === 'unreachable')
    assert.deepEqual(Array.from(equal.nearest.weights), [0, 1])
  })

  test('the range of ratios that can be reached is of those that were asked for: net of costs, penalties counted as risk', () => {
    const from = Float64Array.of(0, 1)
    const problem = { ...two, l2: 0.02, costs: { from, rate: 0.01 } }
    const best = maxSharpe(problem, { riskFree: 0.02 })
    const outcome = targetSharpe(problem, { riskFree: 0.02, target: 0.44 })
    assert.ok(outcome.status === 'unreachable' && best.status === 'optimal')
    const { weights, return: mean, cost, volatility } = best.portfolio
    const penalty = 0.02 * (weights[0]! ** 2 + weights[1]! ** 2)
    assert.equal(outcome.range[1].toFixed(12), ((mean! - cost - 0.02) / Math.sqrt(volatility ** 2 + penalty)).toFixed(12))
  })

  test('a return below that of the least volatility needs nothing, unless it is asked for exactly', () => {
    const atLeast = efficientReturn(two, { targetReturn: 0.045 })
    const equal = efficientReturn(two, { targetReturn: 0.045, sense: 'equal' })
    assert.ok(atLeast.status === 'optimal' && equal.status === 'optimal')
    assert.equal(atLeast.portfolio.return!.toFixed(12), '0.052000000000')
    assert.equal(equal.portfolio.return!.toFixed(12), '0.045000000000')
  })

  test('a risk cap that does not bind warns, with the highest return', () => {
    const outcome = efficientRisk(two, { targetVolatility: 0.5 })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      outcome.warnings.map(({ code }) => code),
      ['slack_risk_cap'],
    )
    assert.deepEqual(Array.from(outcome.portfolio.weights), [1, 0])
  })

  test('no tangency where nothing earns more than the rate, or the weights of least volatility if that was asked for', () => {
    const outcome = maxSharpe(two, { riskFree: 0.1 })
    assert.deepEqual(outcome, { status: 'noTangency', riskFree: 0.1, bestReturn: 0.1, bestAssets: [0] })
    const fallback = maxSharpe(two, { riskFree: 0.1, fallback: 'minVolatility' })
    assert.ok(fallback.status === 'optimal')
    assert.deepEqual(
      fallback.warnings.map(({ code }) => code),
      ['fallback'],
    )
    assert.equal(fallback.portfolio.sharpe!.toFixed(6), '-0.536656')
  })

  test('unbounded where a riskless portfolio earns more than the rate, or returns rise for ever', () => {
    const riskless = maxSharpe({ covariance: diagonal(0.04, 0), expectedReturns: Float64Array.of(0.1, 0.03) }, { riskFree: 0.02 })
    assert.ok(riskless.status === 'unbounded')
    assert.deepEqual(Array.from(riskless.ray), [0, 1])
    const open = { covariance: diagonal(0.04, 0), expectedReturns: Float64Array.of(0.1, 0.03), budget: null }
    const endless = maxUtility({ ...open, bounds: { lower: 0, upper: Infinity } }, { riskAversion: 1 })
    assert.ok(endless.status === 'unbounded')
    assert.deepEqual(Array.from(endless.ray), [0, 1])
  })

  test('a step limit keeps the last weights', () => {
    const outcome = minVolatility(two, { maxSteps: 1 })
    assert.ok(outcome.status === 'stepLimit')
    assert.equal(outcome.steps, 1)
  })
})

describe('degenerate problems', () => {
  test('one asset takes the whole budget', () => {
    const outcome = maxSharpe({ covariance: diagonal(0.04), expectedReturns: Float64Array.of(0.1) }, { riskFree: 0.02 })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(Array.from(outcome.portfolio.weights), [1])
    assert.equal(outcome.portfolio.sharpe!.toFixed(12), '0.400000000000')
  })

  test('equal means: the frontier is one point', () => {
    const outcome = frontier({ covariance: diagonal(0.04, 0.01, 0.02), expectedReturns: Float64Array.of(0.05, 0.05, 0.05) })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      outcome.corners.map(({ lambdaFrom, lambdaTo }) => [lambdaFrom, lambdaTo]),
      [[0, Infinity]],
    )
  })

  test('a duplicated asset shares the weight somehow, and the answer says that it is not the only one', () => {
    const data = Float64Array.of(0.04, 0.04, 0.01, 0.04, 0.04, 0.01, 0.01, 0.01, 0.09)
    const outcome = minVolatility({ covariance: { kind: 'dense', n: 3, data } })
    assert.ok(outcome.status === 'optimal')
    const [a, b] = outcome.portfolio.weights
    assert.equal((a! + b!).toFixed(9), (8 / 11).toFixed(9))
    assert.equal(outcome.certificate.unique, false)
  })

  test('lower = upper fixes an asset; a budget that only a corner meets is met', () => {
    const fixed = minVolatility({ ...two, bounds: { lower: Float64Array.of(0.7, 0), upper: Float64Array.of(0.7, 1) } })
    assert.ok(fixed.status === 'optimal')
    assert.deepEqual(
      Array.from(fixed.portfolio.weights, (weight) => weight.toFixed(12)),
      ['0.700000000000', '0.300000000000'],
    )
    const corner = maxSharpe({ ...two, bounds: { lower: 0, upper: 0.5 } }, { riskFree: 0.02 })
    assert.ok(corner.status === 'optimal')
    assert.deepEqual(Array.from(corner.portfolio.weights), [0.5, 0.5])
  })

  test('a perfectly hedged pair has no volatility', () => {
    const data = Float64Array.of(0.04, -0.02, -0.02, 0.01)
    const outcome = minVolatility({ covariance: { kind: 'dense', n: 2, data } })
    assert.ok(outcome.status === 'optimal')
    assert.ok(outcome.portfolio.volatility < 1e-8)
    assert.equal(outcome.portfolio.weights[0]!.toFixed(9), (1 / 3).toFixed(9))
  })

  test('a tangency is found above a riskless portfolio that earns less than the rate', () => {
    const covariance = dense(
      [0.20141938521904634, 0.015275145281516612, -0.053377317595350776, 0.0428731197244632],
      [0.01527514528151661, 0.004113365472243622, -0.008441059167877806, 0.006837482956477542],
      [-0.053377317595350776, -0.008441059167877804, 0.020676387410243188, -0.01669301315158773],
      [0.04287311972446319, 0.006837482956477543, -0.01669301315158773, 0.013477815930995285],
    )
    const expectedReturns = Float64Array.of(0.1283777623911127, -0.03165377246008618, 0.001182933089607934, 0.0020266244532255407)
    const problem = { expectedReturns, bounds: { lower: -0.5, upper: 1 }, grossExposure: 1.558478575432673 }
    const outcome = maxSharpe({ ...problem, covariance }, { riskFree: 0.01 })
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.portfolio.sharpe!.toFixed(6), '0.473327')
  })

  test('cash, market neutrality, a band of budgets', () => {
    const cash = { covariance: diagonal(0.04, 0), expectedReturns: Float64Array.of(0.1, 0.02) }
    const capped = efficientRisk(cash, { targetVolatility: 0.1 })
    assert.ok(capped.status === 'optimal')
    assert.deepEqual(
      Array.from(capped.portfolio.weights, (weight) => weight.toFixed(12)),
      ['0.500000000000', '0.500000000000'],
    )
    const neutral = maxUtility({ ...two, budget: 0, bounds: { lower: -1, upper: 1 } }, { riskAversion: 3 })
    assert.ok(neutral.status === 'optimal')
    assert.deepEqual(
      Array.from(neutral.portfolio.weights, (weight) => weight.toFixed(12)),
      ['0.400000000000', '-0.400000000000'],
    )
    const band = maxUtility({ ...two, budget: { min: 0.5, max: 2 }, bounds: { lower: 0, upper: 5 } }, { riskAversion: 10 })
    assert.ok(band.status === 'optimal')
    assert.deepEqual(
      Array.from(band.portfolio.weights, (weight) => weight.toFixed(12)),
      ['0.250000000000', '0.400000000000'],
    )
  })

  test('a benchmark that is not allowed is approached', () => {
    const outcome = minTrackingError(
      { ...two, bounds: { lower: 0, upper: 0.7 } },
      { benchmark: Float64Array.of(0.9, 0.1), minReturn: 0.08 },
    )
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(12)),
      ['0.700000000000', '0.300000000000'],
    )
  })
})
