import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { blackLitterman } from './black-litterman/black-litterman.ts'
import { discreteAllocation } from './discrete-allocation/discrete-allocation.ts'
import { arithmeticExpectedReturns } from './estimators/arithmetic-expected-returns.ts'
import { bayesSteinExpectedReturns } from './estimators/bayes-stein-expected-returns.ts'
import { capmExpectedReturns } from './estimators/capm-expected-returns.ts'
import { compoundExpectedReturns } from './estimators/compound-expected-returns.ts'
import { equilibriumExpectedReturns } from './estimators/equilibrium-expected-returns.ts'
import { ewmaCovariance } from './estimators/ewma-covariance.ts'
import { ewmaExpectedReturns } from './estimators/ewma-expected-returns.ts'
import { jamesSteinExpectedReturns } from './estimators/james-stein-expected-returns.ts'
import { ledoitWolfCovariance } from './estimators/ledoit-wolf-covariance.ts'
import { logarithmicExpectedReturns } from './estimators/logarithmic-expected-returns.ts'
import { marketRiskAversion } from './estimators/market-risk-aversion.ts'
import { oasCovariance } from './estimators/oas-covariance.ts'
import { repairedCovariance } from './covariance/repaired-covariance.ts'
import { returnsFromPrices } from './estimators/returns-from-prices.ts'
import { sampleCovariance } from './estimators/sample-covariance.ts'
import { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { efficientReturn } from './objectives/efficient-return.ts'
import { efficientRisk } from './objectives/efficient-risk.ts'
import { weightsAtLambda } from './objectives/frontier-points.ts'
import { frontierSample } from './objectives/frontier-sample.ts'
import { frontier } from './objectives/frontier.ts'
import { maxSharpe } from './objectives/max-sharpe.ts'
import { maxUtility } from './objectives/max-utility.ts'
import { measuredPortfolio } from './objectives/measured-portfolio.ts'
import { OptimizerInputError } from './input-error.ts'
import { lackingForm } from './trial/message-form.ts'
import { minTrackingError } from './objectives/min-tracking-error.ts'
import { minVolatility } from './objectives/min-volatility.ts'
import { targetSharpe } from './objectives/target-sharpe.ts'
import { portfolioRisk } from './portfolio-risk.ts'
import { sealedCovariance } from './covariance/sealed-covariance.ts'
import { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'
import { roundedWeights } from './rounded-weights.ts'
import { equalWeight } from './simple-allocations/equal-weight.ts'
import { inverseVariance } from './simple-allocations/inverse-variance.ts'
import { inverseVolatility } from './simple-allocations/inverse-volatility.ts'
import { dense } from './trial/random-covariances.ts'

const covariance = dense([0.04, 0.01], [0.01, 0.09])
const problem = { covariance, expectedReturns: Float64Array.of(0.05, 0.08) }
const data = Float64Array.of(0.01, 0.02, -0.01, 0.01, 0.02, -0.03, 0.01, 0.03, -0.02, 0.01, 0, 0.02)
const returns = { kind: 'returns', t: 6, n: 2, data } as const
const annual = { periodsPerYear: 12 }
const capm = { ...annual, riskFree: 0.01, annualization: 'arithmetic' } as const
const half = Float64Array.of(0.5, 0.5)
const views = [{ assets: { a: 1 }, value: 0.1 }]
const whole = frontier(problem)
assert.ok(whole.status === 'optimal')

/** Arguments that each function takes. */
const calls: readonly [called: (...given: never[]) => unknown, ...given: unknown[]][] = [
  [returnsFromPrices, { kind: 'prices', t: 2, n: 1, data: Float64Array.of(1, 2) }],
  [arithmeticExpectedReturns, returns, annual],
  [compoundExpectedReturns, returns, annual],
  [logarithmicExpectedReturns, returns, annual],
  [ewmaExpectedReturns, returns, { ...annual, span: 10, annualization: 'arithmetic' }],
  [capmExpectedReturns, returns, capm],
  [jamesSteinExpectedReturns, returns, annual],
  [bayesSteinExpectedReturns, returns, annual],
  [equilibriumExpectedReturns, { covariance, weights: half, riskAversion: 3, riskFree: 0.01 }],
  [marketRiskAversion, data, { ...annual, riskFree: 0 }],
  [sampleCovariance, returns, annual],
  [ewmaCovariance, returns, { ...annual, span: 10 }],
  [ledoitWolfCovariance, returns, { ...annual, target: 'constant_variance' }],
  [oasCovariance, returns, annual],
  [repairedCovariance, covariance, 'clip'],
  [sealedCovariance, covariance, ['a', 'b']],
  [minVolatility, problem, {}],
  [efficientReturn, problem, { targetReturn: 0.06 }, {}],
  [efficientRisk, problem, { targetVolatility: 0.25 }, {}],
  [maxUtility, problem, { riskAversion: 3 }, {}],
  [maxSharpe, problem, { riskFree: 0.01 }, {}],
  [targetSharpe, problem, { riskFree: 0.01, target: 0.2 }, {}],
  [minTrackingError, problem, { benchmark: half }, {}],
  [frontier, problem, {}],
  [weightsAtLambda, whole.corners, 0],
  [frontierSample, problem, whole.corners, { count: 3 }],
  [measuredPortfolio, problem, half, {}],
  [portfolioRisk, covariance, half, {}],
  [equalWeight, 2],
  [inverseVariance, covariance, {}],
  [inverseVolatility, covariance, {}],
  [riskBudgeting, covariance, {}],
  [hierarchicalRiskParity, covariance, {}],
  [blackLitterman, half, covariance, { views, assets: ['a', 'b'] }],
  [discreteAllocation, half, Float64Array.of(10, 20), { value: 1000, method: 'greedy' }],
  [roundedWeights, half, { decimals: 4 }],
]

/** Where `undefined` is left out, what is said instead is the default. */
const wrong = [null, 5, 'x', true, NaN] as const

function isTyped(error: unknown): boolean {
  return error instanceof OptimizerInputError && error.field !== '' && lackingForm(error) === null
}

describe('an argument of another type', () => {
  for (const [called, ...given] of calls) {
    test(`of ${called.name} is refused by name`, () => {
      Reflect.apply(called, undefined, given)
      given.forEach((right, at) => {
        for (const value of [...wrong, ...(at === 0 ? [undefined] : [])]) {
          if (typeof right === typeof value && right !== null && value !== null && !Number.isNaN(value)) continue
          assert.throws(
            () => Reflect.apply(called, undefined, given.with(at, value)),
            isTyped,
            `argument ${at}: ${String(value)}`,
          )
        }
      })
    })
  }

  test('is told from what was asked for', () => {
    const fields = 'assets, expectedReturns, covariance, bounds, budget, rows, groups, grossExposure, turnover, costs, l2'
    const messages: [unknown, string][] = [
      [undefined, `problem must be an object with ${fields}, got undefined`],
      [[covariance], `problem must be an object with ${fields}, got an array`],
      [{}, 'covariance must be an object, got undefined'],
      [{ covariance: { kind: 'dense', n: 1, data: [1] } }, 'covariance.data must be a Float64Array, got an array'],
      [{ covariance, assets: [1, 2] }, 'assets[0] must be a label, got 1'],
      [{ covariance, bounds: null }, 'bounds must be an object, got null'],
      [{ covariance, budget: '1' }, 'budget must be a number, an object or null, got "1"'],
      [{ covariance, l2: [1, 2] }, 'l2 must be a number or a Float64Array, got an array'],
      [{ covariance, rows: {} }, 'rows must be an array, got an object'],
      [{ covariance, rows: [{ name: 'r' }] }, 'rows[0].coefficients must be an object, got undefined'],
      [{ covariance, groups: [{ name: 'g', members: 1 }] }, 'groups[0].members must be an array, got 1'],
      [{ covariance, groups: [{ members: [1] }] }, 'groups[0].name must be a text, got undefined'],
      [{ covariance, turnover: 1 }, 'turnover must be an object, got 1'],
      [{ covariance, costs: { from: half } }, 'costs.rate must be a number or a Float64Array, got undefined'],
    ]
    for (const [value, message] of messages) assert.throws(() => Reflect.apply(minVolatility, undefined, [value]), { message })
  })
})
