import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { blackLitterman } from './black-litterman/black-litterman.ts'
import type { DenseCovariance } from './covariance/dense-covariance.ts'
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
import { oasCovariance } from './estimators/oas-covariance.ts'
import { repairedCovariance } from './covariance/repaired-covariance.ts'
import type { Returns } from './estimators/returns.ts'
import { sampleCovariance } from './estimators/sample-covariance.ts'
import { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { OptimizerInputError } from './input-error.ts'
import { sealedCovariance } from './covariance/sealed-covariance.ts'
import { lackingForm } from './trial/message-form.ts'
import { dense } from './trial/random-covariances.ts'
import { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'
import { inverseVariance } from './simple-allocations/inverse-variance.ts'
import { inverseVolatility } from './simple-allocations/inverse-volatility.ts'

const assets = ['AAA', 'BBB']
const half = Float64Array.of(0.5, 0.5)
const views = [{ assets: { AAA: 1 }, value: 0.1 }]

const ofCovariance: Record<string, (covariance: DenseCovariance) => unknown> = {
  riskBudgeting: (covariance) => riskBudgeting(covariance, { assets }),
  hierarchicalRiskParity: (covariance) => hierarchicalRiskParity(covariance, { assets }),
  inverseVolatility: (covariance) => inverseVolatility(covariance, { assets }),
  inverseVariance: (covariance) => inverseVariance(covariance, { assets }),
  blackLitterman: (covariance) => blackLitterman(half, covariance, { assets, views }),
  repairedCovariance: (covariance) => repairedCovariance(covariance, 'clip'),
  sealedCovariance: (covariance) => sealedCovariance(covariance, assets),
  equilibriumExpectedReturns: (covariance) =>
    equilibriumExpectedReturns({ covariance, weights: half, riskAversion: 3, riskFree: 0.01 }),
}

const good = dense([0.04, 0.01], [0.01, 0.09])
const faultyCovariances: readonly [string, DenseCovariance, Partial<OptimizerInputError>][] = [
  ['too few entries', { ...good, data: good.data.slice(1) }, { code: 'shape', index: null }],
  ['no assets', { ...good, n: 0, data: new Float64Array() }, { code: 'empty', index: null }],
  ['NaN', dense([0.04, 0.01], [NaN, 0.09]), { code: 'not_finite', index: 2 }],
  ['infinity', dense([0.04, 0.01], [0.01, Infinity]), { code: 'not_finite', index: 3 }],
  ['another entry one way than the other', dense([0.04, 0.01], [0.02, 0.09]), { code: 'not_symmetric', index: 2 }],
  ['a negative variance', dense([0.04, 0.01], [0.01, -0.09]), { code: 'out_of_range', index: 3 }],
]

const annual = { periodsPerYear: 12 }
const ofReturns: Record<string, (returns: Returns) => unknown> = {
  arithmeticExpectedReturns: (returns) => arithmeticExpectedReturns(returns, annual),
  compoundExpectedReturns: (returns) => compoundExpectedReturns(returns, annual),
  logarithmicExpectedReturns: (returns) => logarithmicExpectedReturns(returns, annual),
  ewmaExpectedReturns: (returns) => ewmaExpectedReturns(returns, { ...annual, span: 5, annualization: 'compound' }),
  capmExpectedReturns: (returns) => capmExpectedReturns(returns, { ...annual, riskFree: 0, annualization: 'compound' }),
  jamesSteinExpectedReturns: (returns) => jamesSteinExpectedReturns(returns, annual),
  bayesSteinExpectedReturns: (returns) => bayesSteinExpectedReturns(returns, annual),
  sampleCovariance: (returns) => sampleCovariance(returns, annual),
  ewmaCovariance: (returns) => ewmaCovariance(returns, { ...annual, span: 5 }),
  ledoitWolfCovariance: (returns) => ledoitWolfCovariance(returns, { ...annual, target: 'single_factor' }),
  oasCovariance: (returns) => oasCovariance(returns, annual),
  hierarchicalRiskParity: (returns) => hierarchicalRiskParity(returns, { periodsPerYear: 12 }),
}

const history = Float64Array.of(0.01, 0.02, -0.01, 0.01, 0.02, -0.03, 0.01, 0.03, -0.02, 0.01, 0, 0.02)
const table: Returns = { kind: 'returns', t: 6, n: 2, data: history, assets }
const faultyReturns: readonly [string, Returns, Partial<OptimizerInputError>][] = [
  ['too few entries', { ...table, data: history.slice(1) }, { code: 'shape', index: null }],
  ['no assets', { ...table, n: 0, data: new Float64Array(), assets: [] }, { code: 'shape', index: null }],
  [
    'a gap about which nothing is said',
    { ...table, data: history.with(3, NaN) },
    { code: 'missing_data', index: 3, asset: 'BBB' },
  ],
  ['infinity', { ...table, data: history.with(4, Infinity) }, { code: 'not_finite', index: 4, asset: 'AAA' }],
  ['labels for fewer assets', { ...table, assets: ['AAA'] }, { code: 'shape', field: 'assets', index: null }],
]

function assertRefused(
  action: () => unknown,
  expected: Partial<OptimizerInputError>,
  { name, field }: { name: string; field: RegExp },
): void {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof OptimizerInputError, `${name}: ${String(error)}`)
    assert.match(error.field, field, name)
    assert.equal(lackingForm(error), null, name)
    for (const [key, value] of Object.entries(expected))
      assert.equal(error[key as 'code'], value, `${name}, ${key}: ${error.message}`)
    return true
  })
}

describe('a covariance', () => {
  for (const [what, covariance, expected] of faultyCovariances) {
    test(`with ${what} is refused by all that take one`, () => {
      for (const [name, ask] of Object.entries(ofCovariance))
        assertRefused(() => ask(covariance), expected, { name, field: /^covariance/ })
    })
  }
})

describe('a table of returns', () => {
  for (const [what, returns, expected] of faultyReturns) {
    test(`with ${what} is refused by all that take one`, () => {
      for (const [name, ask] of Object.entries(ofReturns))
        assertRefused(() => ask(returns), expected, { name, field: /^(returns|assets)/ })
    })
  }
})

const tableOf = (...rows: number[][]): Returns => ({
  kind: 'returns',
  t: rows.length,
  n: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
})

const found = (name: string, returns: Returns): number[] => {
  const { expectedReturns } = ofReturns[name]!(returns) as { expectedReturns: Float64Array }
  return Array.from(expectedReturns)
}

describe('returns of', () => {
  const means: readonly string[] = [
    'arithmeticExpectedReturns',
    'compoundExpectedReturns',
    'logarithmicExpectedReturns',
    'ewmaExpectedReturns',
  ]
  const cases: readonly [string, Returns, (values: number[]) => boolean][] = [
    ['one asset', tableOf([0.01], [0.03]), (values) => values.length === 1 && values[0]! > 0.2],
    ['fewer periods than assets', tableOf([0.01, 0.02, 0], [0, 0.01, -0.01]), ([a, b, c]) => b! > a! && a! > c!],
    ['an asset that does not vary', tableOf([0.01, 0.02], [0.01, -0.03], [0.01, 0]), ([a]) => a! > 0.11 && a! < 0.13],
    ['copies of an asset', tableOf([0.01, 0.01], [-0.02, -0.02], [0.03, 0.03]), ([a, b]) => a === b],
    ['nothing', tableOf([0, 0], [0, 0]), (values) => values.every((value) => value === 0)],
  ]
  for (const [what, returns, isRight] of cases) {
    test(`${what} have a mean of any kind`, () => {
      for (const name of means) assert.ok(isRight(found(name, returns)), `${name}: ${found(name, returns).join(', ')}`)
    })
  }
})
