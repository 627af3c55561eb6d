import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { repairedCovariance } from './covariance/repaired-covariance.ts'
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
import { returnsFromPrices } from './estimators/returns-from-prices.ts'
import { sampleCovariance } from './estimators/sample-covariance.ts'
import { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { OptimizerInputError } from './input-error.ts'
import { weightsAtLambda } from './objectives/frontier-points.ts'
import { frontierSample } from './objectives/frontier-sample.ts'
import { frontier } from './objectives/frontier.ts'
import { maxUtility } from './objectives/max-utility.ts'
import { maxSharpe } from './objectives/max-sharpe.ts'
import { efficientReturn } from './objectives/efficient-return.ts'
import { efficientRisk } from './objectives/efficient-risk.ts'
import { targetSharpe } from './objectives/target-sharpe.ts'
import { blackLitterman } from './black-litterman/black-litterman.ts'
import { measuredPortfolio } from './objectives/measured-portfolio.ts'
import { minTrackingError } from './objectives/min-tracking-error.ts'
import { minVolatility } from './objectives/min-volatility.ts'
import { portfolioRisk } from './portfolio-risk.ts'
import { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'
import { roundedWeights } from './rounded-weights.ts'
import { inverseVariance } from './simple-allocations/inverse-variance.ts'
import { inverseVolatility } from './simple-allocations/inverse-volatility.ts'
import { lackingForm } from './trial/message-form.ts'
import { dense } from './trial/random-covariances.ts'
import { fieldsLeftOut, strangeFields, wrongFields, type WrongField } from './trial/wrong-fields.ts'

const assets = ['A', 'B']
const covariance = dense([0.04, 0.01], [0.01, 0.09])
const half = Float64Array.of(0.5, 0.5)
const whole = frontier({ covariance, expectedReturns: Float64Array.of(0.05, 0.08) })
assert.ok(whole.status === 'optimal')
const problem = {
  assets,
  covariance,
  expectedReturns: Float64Array.of(0.05, 0.08),
  bounds: { lower: Float64Array.of(0, 0), upper: Float64Array.of(1, 1) },
  budget: { min: 0.9, max: 1 },
  rows: [
    { name: 'r', coefficients: half, lower: 0, upper: 2 },
    { name: 's', coefficients: { indices: [0, 1], values: [1, 2] }, lower: 0, upper: 2 },
  ],
  groups: [{ name: 'g', members: [0, 1], lower: 0, upper: 2 }],
  grossExposure: 2,
  turnover: { from: half, max: 2 },
  costs: { from: half, rate: half },
  l2: half,
}
const options = { ratioRiskFree: 0.01, maxSteps: 100, psd: 'error' }
const cornersAt = whole.corners.map(({ lambdaFrom, lambdaTo, weights }) => ({ lambdaFrom, lambdaTo, weights }))
const corners = cornersAt.map((corner, i) => ({ ...corner, return: whole.corners[i]!.return, cost: 0 }))
const data = Float64Array.of(0.01, 0.02, -0.01, 0.01, 0.02, -0.03, 0.01, 0.03, -0.02, 0.01, 0, 0.02)
const returns = { kind: 'returns', t: 6, n: 2, data, assets }
const annual = { periodsPerYear: 12, nan: 'complete' }
const market = Float64Array.of(0.01, -0.01, 0.02, 0, 0.01, 0.03)

/** Arguments that each function takes, with every field that they may have. */
const calls: readonly [called: (...given: never[]) => unknown, ...given: unknown[]][] = [
  [returnsFromPrices, { kind: 'prices', t: 2, n: 1, data: Float64Array.of(1, 2), assets: ['A'] }],
  [arithmeticExpectedReturns, returns, annual],
  [compoundExpectedReturns, returns, annual],
  [logarithmicExpectedReturns, returns, annual],
  [ewmaExpectedReturns, returns, { ...annual, span: 10, annualization: 'arithmetic' }],
  [capmExpectedReturns, returns, { ...annual, riskFree: 0.01, annualization: 'arithmetic', market }],
  [jamesSteinExpectedReturns, returns, annual],
  [bayesSteinExpectedReturns, returns, annual],
  [equilibriumExpectedReturns, { covariance, weights: half, riskAversion: 3, riskFree: 0.01 }],
  [marketRiskAversion, data, { ...annual, riskFree: 0 }],
  [sampleCovariance, returns, annual],
  [ewmaCovariance, returns, { ...annual, span: 10, center: 'zero' }],
  [ledoitWolfCovariance, returns, { ...annual, target: 'single_factor' }],
  [oasCovariance, returns, annual],
  [repairedCovariance, covariance, 'clip'],
  [minVolatility, problem, options],
  [maxUtility, problem, { riskAversion: 3 }, options],
  [maxSharpe, problem, { riskFree: 0.01, fallback: 'minVolatility' }, options],
  [efficientReturn, problem, { targetReturn: 0.05, sense: 'equal' }, options],
  [efficientRisk, { ...problem, l2: undefined }, { targetVolatility: 0.3, sense: 'atMost' }, options],
  [targetSharpe, problem, { riskFree: 0.01, target: 0.1, root: 'both' }, options],
  [frontier, problem, options],
  [
    blackLitterman,
    half,
    covariance,
    { assets, views: [{ assets: { A: 1 }, value: 0.1, confidence: 0.5 }], tau: 0.05, riskFree: 0.01 },
  ],
  [minTrackingError, problem, { benchmark: half, minReturn: 0.01 }, options],
  [weightsAtLambda, cornersAt, 0],
  [frontierSample, problem, corners, { count: 3, ratioRiskFree: 0.01, psd: 'error' }],
  [measuredPortfolio, problem, half, { ratioRiskFree: 0.01, psd: 'error' }],
  [portfolioRisk, covariance, half, { assets }],
  [inverseVariance, covariance, { assets }],
  [inverseVolatility, covariance, { assets }],
  [riskBudgeting, covariance, { budgets: half, assets }],
  [hierarchicalRiskParity, returns, { linkage: 'single', columns: true, nan: 'complete', periodsPerYear: 12, assets }],
  [
    discreteAllocation,
    half,
    Float64Array.of(10, 20),
    { value: 1000, method: 'exact', shortRatio: 0.1, reinvest: true, lots: half, feeRates: half, mostNodes: 1000, assets },
  ],
  [roundedWeights, half, { decimals: 4, cutoff: 0.01, budget: 1 }],
]

/** Other types that some fields take as well. */
const alsoTaken: readonly [RegExp, (value: unknown) => boolean][] = [
  [/\.(?:lower|upper|rate|lots|feeRates|l2)$/, (value) => value === 5],
  [/\.budget$/, (value) => value === null || value === 5],
  [/\.members\.\d$/, () => false],
]

function isTaken({ path, value }: WrongField): boolean {
  return alsoTaken.some(([fields, takes]) => fields.test(path) && takes(value))
}

/** What is wrong with the answer to a wrong field; null for an error of the right form that names it. */
function faultOf(ask: () => unknown): string | null {
  try {
    ask()
  } catch (error) {
    if (!(error instanceof OptimizerInputError)) return String(error)
    return error.field === '' || error.message.includes('[object') ? error.message : lackingForm(error)
  }
  return 'it is taken'
}

describe('a field of another type', () => {
  for (const [called, ...given] of calls) {
    test(`of ${called.name} is refused by name`, () => {
      Reflect.apply(called, undefined, given)
      const faults = given.flatMap((right, at) =>
        wrongFields(right, String(at)).flatMap((wrong) => {
          if (isTaken(wrong)) return []
          const fault = faultOf(() => Reflect.apply(called, undefined, given.with(at, wrong.argument)))
          const what = Object.prototype.toString.call(wrong.value).slice(8, -1)
          return fault === null ? [] : [`${wrong.path} as ${what}: ${fault}`]
        }),
      )
      assert.deepEqual(faults, [])
    })
  }
})

/** Fields that an argument may do without. */
const optional =
  /\.(?:assets|expectedReturns|bounds|lower|upper|budget|rows|groups|grossExposure|turnover|costs|l2|ratioRiskFree|maxSteps|psd|nan|periodsPerYear|sense|fallback|root|confidence|tau|riskFree|minReturn|market|budgets|linkage|columns|shortRatio|reinvest|lots|feeRates|mostNodes|cutoff|center)$/

describe('a field that is not given', () => {
  for (const [called, ...given] of calls) {
    test(`of ${called.name} is refused by name, unless it has a default`, () => {
      const faults = given.flatMap((right, at) =>
        fieldsLeftOut(right, String(at)).flatMap(({ path, argument }) => {
          const fault = faultOf(() => Reflect.apply(called, undefined, given.with(at, argument)))
          return fault === null || (optional.test(path) && fault === 'it is taken') ? [] : [`${path}: ${fault}`]
        }),
      )
      assert.deepEqual(faults, [])
    })
  }
})

describe('a field that is misspelt', () => {
  for (const [called, ...given] of calls) {
    test(`is refused by ${called.name}, which would do without it`, () => {
      const taken = given.flatMap((right, at) =>
        strangeFields(right, String(at)).flatMap(({ path, argument }) =>
          faultOf(() => Reflect.apply(called, undefined, given.with(at, argument))) === 'it is taken' ? [path] : [],
        ),
      )
      assert.deepEqual(taken, [])
    })
  }
})
