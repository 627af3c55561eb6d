import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { arithmeticExpectedReturns } from './estimators/arithmetic-expected-returns.ts'
import { compoundExpectedReturns } from './estimators/compound-expected-returns.ts'
import { ledoitWolfCovariance } from './estimators/ledoit-wolf-covariance.ts'
import { returnsFromPrices } from './estimators/returns-from-prices.ts'
import { sampleCovariance } from './estimators/sample-covariance.ts'
import { OptimizerInputError } from './input-error.ts'
import { frontier } from './objectives/frontier.ts'
import { maxSharpe } from './objectives/max-sharpe.ts'
import { targetSharpe } from './objectives/target-sharpe.ts'

/** 10 %, −10 %, 20 % and 0 %, 5 %, −5 %. */
const prices = { kind: 'prices', t: 4, n: 2, data: Float64Array.of(100, 200, 110, 200, 99, 210, 118.8, 199.5) } as const

function isInputError(error: unknown): boolean {
  return error instanceof OptimizerInputError
}

function close(values: Float64Array, expected: readonly number[]): void {
  expected.forEach((value, k) => assert.ok(Math.abs(values[k]! - value) <= 1e-15, `${values[k]} is not ${value}`))
}

describe('fault 10: covariance of returns of returns', () => {
  test('a covariance from prices is that of their returns, worked out by hand', () => {
    const { covariance } = sampleCovariance(returnsFromPrices(prices), { periodsPerYear: 1 })
    close(covariance.data, [0.07 / 3, -0.0075, -0.0075, 0.0025])
  })

  test('returns do not pass for prices, nor prices for returns', () => {
    const returns = returnsFromPrices(prices)
    assert.throws(() => returnsFromPrices(returns as unknown as typeof prices), isInputError)
    for (const estimator of [sampleCovariance, compoundExpectedReturns]) {
      assert.throws(() => estimator(prices as unknown as typeof returns, { periodsPerYear: 252 }), isInputError)
    }
  })
})

describe('fault 11: a year of 252 days for markets that never close', () => {
  test('every estimate is of as many periods as the caller says a year has', () => {
    const returns = returnsFromPrices(prices)
    const once = sampleCovariance(returns, { periodsPerYear: 1 }).covariance.data
    for (const periodsPerYear of [252, 365, 105_120]) {
      const { covariance } = sampleCovariance(returns, { periodsPerYear })
      assert.deepEqual(
        covariance.data,
        once.map((value) => value * periodsPerYear),
      )
      const { expectedReturns } = arithmeticExpectedReturns(returns, { periodsPerYear })
      close(
        expectedReturns.map((value) => value / periodsPerYear),
        [0.2 / 3, 0],
      )
    }
  })

  test('nothing has a default for it', () => {
    const returns = returnsFromPrices(prices)
    const silent = {} as { periodsPerYear: number }
    assert.throws(() => sampleCovariance(returns, silent), isInputError)
    assert.throws(() => arithmeticExpectedReturns(returns, silent), isInputError)
    assert.throws(() => ledoitWolfCovariance(returns, { ...silent, target: 'constant_variance' }), isInputError)
  })
})

describe('fault 12: a target Sharpe ratio that is annualized twice', () => {
  const covariance = { kind: 'dense', n: 3, data: Float64Array.of(0.04, 0.006, 0, 0.006, 0.09, 0.01, 0, 0.01, 0.16) } as const
  const problem = { covariance, expectedReturns: Float64Array.of(0.05, 0.09, 0.12) }
  const riskFree = 0.02

  test('the answer is the point of the frontier whose ratio, of annual figures, is the target', () => {
    const best = maxSharpe(problem, { riskFree })
    assert.ok(best.status === 'optimal')
    const target = 0.95 * best.portfolio.sharpe!
    const outcome = targetSharpe(problem, { riskFree, target, root: 'both' })
    assert.ok(outcome.status === 'optimal')
    const found = [outcome.portfolio, ...outcome.alternatives!]
    assert.equal(found.length, 2)
    for (const { weights, return: mean, volatility } of found) {
      assert.ok(Math.abs((mean! - riskFree) / volatility - target) <= 1e-13)
      const byHand = weights.reduce(
        (total, a, i) => total + weights.reduce((row, b, j) => row + a * b * covariance.data[3 * i + j]!, 0),
        0,
      )
      assert.ok(Math.abs(volatility - Math.sqrt(byHand)) <= 1e-15)
    }
    assert.ok(found[0]!.volatility < best.portfolio.volatility && best.portfolio.volatility < found[1]!.volatility)
  })

  test('a ratio that only daily figures times √252 twice would reach is unreachable, and the outcome says what is', () => {
    const best = maxSharpe(problem, { riskFree })
    const whole = frontier(problem)
    assert.ok(best.status === 'optimal' && whole.status === 'optimal')
    const outcome = targetSharpe(problem, { riskFree, target: best.portfolio.sharpe! * Math.sqrt(252) })
    assert.ok(outcome.status === 'unreachable')
    const { return: least, volatility } = whole.corners[0]!
    assert.ok(Math.abs(outcome.range[0] - (least - riskFree) / volatility) <= 1e-13)
    assert.equal(outcome.range[1], best.portfolio.sharpe)
    assert.deepEqual(outcome.best, best.portfolio)
  })
})
