import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { arithmeticExpectedReturns } from '../estimators/arithmetic-expected-returns.ts'
import { bayesSteinExpectedReturns } from '../estimators/bayes-stein-expected-returns.ts'
import { capmExpectedReturns } from '../estimators/capm-expected-returns.ts'
import { compoundExpectedReturns } from '../estimators/compound-expected-returns.ts'
import { ewmaCovariance } from '../estimators/ewma-covariance.ts'
import { ewmaExpectedReturns } from '../estimators/ewma-expected-returns.ts'
import { ledoitWolfCovariance } from '../estimators/ledoit-wolf-covariance.ts'
import { logarithmicExpectedReturns } from '../estimators/logarithmic-expected-returns.ts'
import { oasCovariance } from '../estimators/oas-covariance.ts'
import type { Returns } from '../estimators/returns.ts'
import { returnsFromPrices } from '../estimators/returns-from-prices.ts'
import { sampleCovariance } from '../estimators/sample-covariance.ts'
import { sampleMoments } from '../estimators/sample-moments.ts'
import { discreteAllocation } from '../discrete-allocation/discrete-allocation.ts'
import { hierarchicalRiskParity } from '../hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { portfolioRisk } from '../portfolio-risk.ts'
import { roundedWeights } from '../rounded-weights.ts'
import { dense } from '../trial/random-covariances.ts'
import { solution } from '../trial/solutions.ts'
import { minVolatility } from './min-volatility.ts'

/** All arrays of numbers within a value. */
function arraysIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(arraysIn) : []
}

function assertOwned(arrays: readonly ArrayBufferView[], of: string): void {
  for (const array of arrays) assert.equal(array.buffer.byteLength, array.byteLength, of)
}

const returns: Returns = {
  kind: 'returns',
  t: 6,
  n: 2,
  data: Float64Array.of(0.01, 0.02, -0.01, 0.01, 0.02, -0.03, 0.01, 0.03, NaN, 0.01, 0, 0.02),
}
const gapless = { periodsPerYear: 12, nan: 'complete' } as const
const annualization = 'arithmetic'

const estimates: Record<string, () => unknown> = {
  returnsFromPrices: () => returnsFromPrices({ kind: 'prices', t: 2, n: 1, data: Float64Array.of(1, 2) }),
  arithmeticExpectedReturns: () => arithmeticExpectedReturns(returns, { ...gapless, nan: 'pairwise' }),
  bayesSteinExpectedReturns: () => bayesSteinExpectedReturns(returns, gapless),
  capmExpectedReturns: () => capmExpectedReturns(returns, { ...gapless, annualization, riskFree: 0 }),
  compoundExpectedReturns: () => compoundExpectedReturns(returns, gapless),
  ewmaExpectedReturns: () => ewmaExpectedReturns(returns, { ...gapless, span: 4, annualization }),
  logarithmicExpectedReturns: () => logarithmicExpectedReturns(returns, gapless),
  ewmaCovariance: () => ewmaCovariance(returns, { ...gapless, span: 4 }),
  ledoitWolfCovariance: () => ledoitWolfCovariance(returns, { ...gapless, target: 'constant_correlation' }),
  oasCovariance: () => oasCovariance(returns, gapless),
  sampleCovariance: () => sampleCovariance(returns, { ...gapless, nan: 'pairwise' }),
  sampleMoments: () => sampleMoments(returns, gapless),
  hierarchicalRiskParity: () => hierarchicalRiskParity(returns, gapless),
  discreteAllocation: () =>
    discreteAllocation(Float64Array.of(0.5, -0.5), Float64Array.of(10, 20), { value: 1000, method: 'exact' }),
  portfolioRisk: () => portfolioRisk(dense([0.01, 0], [0, 0.04]), Float64Array.of(0.5, 0.5)),
  roundedWeights: () => roundedWeights(Float64Array.of(1 / 3, 2 / 3), { decimals: 2 }),
}

describe('answers', () => {
  test('are arrays with memory of their own: they hold nothing else, and can be sent to another thread', () => {
    for (let index = 0; index < 48; index++) {
      const arrays = arraysIn(solution(index))
      assertOwned(arrays, `solution ${index}`)
    }
  })

  for (const [name, estimate] of Object.entries(estimates)) {
    test(`so are those of ${name}`, () => {
      const arrays = arraysIn(estimate())
      assert.ok(arrays.length > 0)
      assertOwned(arrays, name)
    })
  }

  test('have the multipliers that they were found with, though the bounds of the problem change before these are read', () => {
    const upper = Float64Array.of(0.4, 1)
    const outcome = minVolatility({ covariance: dense([0.01, 0], [0, 0.04]), bounds: { upper } })
    assert.ok(outcome.status === 'optimal')
    upper.fill(9)
    const names = outcome.certificate.multipliers.map(({ reference: { kind, name } }) => `${kind} ${name}`)
    assert.deepEqual(names, ['budget budget', 'upper asset 0'])
  })
})
