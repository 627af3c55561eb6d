import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { covariances, dense, reversed, scaled } from '../trial/random-covariances.ts'
import { riskBudgeting, type RiskBudgeted, type RiskBudgetingOptions } from './risk-budgeting.ts'

function budgeted(covariance: DenseCovariance, options?: RiskBudgetingOptions): RiskBudgeted {
  const outcome = riskBudgeting(covariance, options)
  assert.ok(outcome.status === 'optimal')
  return outcome
}

function fromCorrelations(volatilities: readonly number[], correlations: readonly (readonly number[])[]): DenseCovariance {
  return dense(...correlations.map((row, i) => row.map((value, j) => value * volatilities[i]! * volatilities[j]!)))
}

function shares(n: number, parts: readonly number[]): Float64Array {
  const total = parts.slice(0, n).reduce((sum, part) => sum + part, 0)
  return Float64Array.from(parts.slice(0, n), (part) => part / total)
}

const percents = (values: Float64Array): string[] => Array.from(values, (value) => (value * 100).toFixed(1))

describe('riskBudgeting, published problems', () => {
  const volatilities = [0.1, 0.2, 0.3, 0.4]

  test('Maillard, Roncalli and Teïletche 2010, numerical example: four assets in two blocks', () => {
    const correlations = [
      [1, 0.8, 0, 0],
      [0.8, 1, 0, 0],
      [0, 0, 1, -0.5],
      [0, 0, -0.5, 1],
    ]
    const { weights, volatility, riskShares } = budgeted(fromCorrelations(volatilities, correlations))
    assert.deepEqual(percents(weights), ['38.4', '19.2', '24.3', '18.2'])
    assert.equal((volatility * 100).toFixed(1), '10.3')
    assert.deepEqual(percents(riskShares), ['25.0', '25.0', '25.0', '25.0'])
  })

  test('Maillard, Roncalli and Teïletche 2010, numerical example: inverse volatilities where all correlations are equal', () => {
    for (const rho of [0, 0.5, 1]) {
      const correlations = volatilities.map((_, i) => volatilities.map((_unused, j) => (i === j ? 1 : rho)))
      assert.deepEqual(percents(budgeted(fromCorrelations(volatilities, correlations)).weights), ['48.0', '24.0', '16.0', '12.0'])
    }
  })

  test('Bai, Scheinberg and Tütüncü, "Least-squares approach to risk parity in portfolio selection", 2016: five assets', () => {
    const covariance = dense(
      [94.868, 33.75, 12.325, -1.178, 8.778],
      [33.75, 445.642, 98.955, -7.901, 84.954],
      [12.325, 98.955, 117.265, 0.503, 45.184],
      [-1.178, -7.901, 0.503, 5.46, 1.057],
      [8.778, 84.954, 45.184, 1.057, 34.126],
    )
    const { weights } = budgeted(covariance)
    assert.deepEqual(
      Array.from(weights, (weight) => weight.toFixed(3)),
      ['0.125', '0.047', '0.083', '0.613', '0.132'],
    )
  })

  test('Richard and Roncalli, "Constrained Risk Budgeting Portfolios", 2019 (arXiv 1902.05710), Table 9: eight assets', () => {
    const correlations = [
      [1, 0.8, 0.6, -0.2, -0.1, -0.2, -0.2, -0.2],
      [0.8, 1, 0.4, -0.2, -0.2, -0.1, -0.2, -0.2],
      [0.6, 0.4, 1, 0.5, 0.3, 0.2, 0.2, 0.3],
      [-0.2, -0.2, 0.5, 1, 0.6, 0.6, 0.5, 0.6],
      [-0.1, -0.2, 0.3, 0.6, 1, 0.9, 0.7, 0.7],
      [-0.2, -0.1, 0.2, 0.6, 0.9, 1, 0.6, 0.7],
      [-0.2, -0.2, 0.2, 0.5, 0.7, 0.6, 1, 0.7],
      [-0.2, -0.2, 0.3, 0.6, 0.7, 0.7, 0.7, 1],
    ]
    const { weights } = budgeted(fromCorrelations([0.05, 0.05, 0.07, 0.1, 0.15, 0.15, 0.15, 0.18], correlations))
    const published = [26.8306, 28.6769, 11.4095, 9.7985, 5.6135, 5.9029, 6.656, 5.1121]
    published.forEach((percent, i) => assert.ok(Math.abs(100 * weights[i]! - percent) <= 0.00006))
  })

  test('the same, Table 1: four assets', () => {
    const covariance = dense(
      [0.01, 0.0075, 0.01, 0.015],
      [0.0075, 0.0225, 0.015, 0.0225],
      [0.01, 0.015, 0.04, 0.045],
      [0.015, 0.0225, 0.045, 0.09],
    )
    const { weights } = budgeted(covariance)
    assert.deepEqual(
      Array.from(weights, (weight) => (100 * weight).toFixed(2)),
      ['41.01', '27.34', '18.99', '12.66'],
    )
  })

  test('two assets have the closed form of a quadratic equation', () => {
    const [rho, b] = [-0.3, 0.2]
    const covariance = fromCorrelations(
      [0.1, 0.25],
      [
        [1, rho],
        [rho, 1],
      ],
    )
    const { weights } = budgeted(covariance, { budgets: Float64Array.of(b, 1 - b) })
    // With x = y1/y2: x² + ρx = (b/(1 − b))·(1 + ρx), y in units of volatility.
    const odds = b / (1 - b)
    const slope = rho * (1 - odds)
    const x = (-slope + Math.sqrt(slope * slope + 4 * odds)) / 2
    assert.ok(Math.abs(weights[0]! - x / 0.1 / (x / 0.1 + 1 / 0.25)) < 1e-14)
  })
})

describe('riskBudgeting', () => {
  const drawn = fc.tuple(covariances, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 9, maxLength: 9 }))

  test('meets any budgets, with positive weights that sum to 1, in any unit and order', () => {
    fc.assert(
      fc.property(drawn, ([covariance, parts]) => {
        const budgets = shares(covariance.n, parts)
        const { weights, riskShares, residual, volatility } = budgeted(covariance, { budgets })
        assert.ok(residual <= 1e-12)
        for (const [i, share] of riskShares.entries()) assert.ok(Math.abs(share - budgets[i]!) <= residual + 1e-15)
        assert.ok(weights.every((weight) => weight > 0) && volatility > 0)
        assert.ok(Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1) < 1e-14 * Math.sqrt(covariance.n))
        assert.deepEqual(budgeted(scaled(covariance, 4), { budgets }).weights, weights)
        const other = budgeted(reversed(covariance), { budgets: budgets.toReversed() }).weights.toReversed()
        for (const [i, weight] of weights.entries()) assert.ok(Math.abs(weight - other[i]!) < 1e-12)
      }),
    )
  })

  test('shares the weight of an asset among its copies', () => {
    const single = budgeted(dense([0.04, 0.01], [0.01, 0.09]), { budgets: Float64Array.of(0.6, 0.4) })
    const copied = dense([0.04, 0.04, 0.01], [0.04, 0.04, 0.01], [0.01, 0.01, 0.09])
    const { weights } = budgeted(copied, { budgets: Float64Array.of(0.2, 0.4, 0.4) })
    assert.ok(Math.abs(weights[0]! + weights[1]! - single.weights[0]!) < 1e-14)
    assert.ok(Math.abs(weights[1]! - 2 * weights[0]!) < 1e-14)
  })

  test('gives one asset everything', () => {
    assert.deepEqual(budgeted(dense([0.04])), {
      status: 'optimal',
      weights: Float64Array.of(1),
      volatility: 0.2,
      riskShares: Float64Array.of(1),
      residual: 0,
      steps: budgeted(dense([0.04])).steps,
    })
  })

  test('says that mirror images have no risk to share, whatever their sizes', () => {
    for (const covariance of [
      dense([0.04, -0.04], [-0.04, 0.04]),
      dense([0.04, -0.02], [-0.02, 0.01]),
      dense([0.04, -0.04, 0], [-0.04, 0.04, 0], [0, 0, 0.09]),
      dense([1, -0.5, -0.5], [-0.5, 1, -0.5], [-0.5, -0.5, 1]),
    ]) {
      assert.equal(riskBudgeting(covariance).status, 'riskless')
    }
  })

  test('says how well it did where risks nearly cancel out', () => {
    const rho = -0.5 + 1e-7
    const outcome = riskBudgeting(dense([1, rho, rho], [rho, 1, rho], [rho, rho, 1]), { budgets: Float64Array.of(0.2, 0.3, 0.5) })
    assert.ok(outcome.status === 'illConditioned')
    assert.ok(outcome.candidate.residual > 1e-12 && outcome.candidate.residual < 1e-8)
  })

  test('keeps to extreme budgets and volatilities', () => {
    const covariance = fromCorrelations(
      [1e-6, 1, 1e6],
      [
        [1, 0.5, -0.3],
        [0.5, 1, 0.2],
        [-0.3, 0.2, 1],
      ],
    )
    const budgets = Float64Array.of(1e-9, 1 - 2e-9, 1e-9)
    assert.ok(budgeted(covariance, { budgets }).residual <= 1e-12)
    for (const size of [1e-289, 1e289]) assert.ok(budgeted(scaled(dense([1, 0.5], [0.5, 1]), size)).residual <= 1e-12)
  })

  test('names what does not vary', () => {
    const outcome = riskBudgeting(dense([0.04, 0], [0, 0]), { assets: ['SPY', 'CASH'] })
    assert.ok(outcome.status === 'zeroVariance')
    assert.match(outcome.explanation, /^CASH does not vary/)
  })

  test('refuses a matrix that is not positive semidefinite', () => {
    const covariance = dense([1, -0.6, -0.6], [-0.6, 1, -0.6], [-0.6, -0.6, 1])
    assert.throws(() => riskBudgeting(covariance), {
      code: 'not_positive_semidefinite',
      field: 'covariance.data',
      asset: 'asset 2',
    })
  })

  test('refuses budgets that are not above zero, do not sum to 1 or are not one for each asset', () => {
    const covariance = dense([0.04, 0], [0, 0.04])
    const assets = ['A', 'B']
    assert.throws(() => riskBudgeting(covariance, { budgets: Float64Array.of(1, 0), assets }), {
      code: 'out_of_range',
      field: 'budgets',
      index: 1,
      asset: 'B',
      message: 'budgets of B must be above 0, got 0; leave the asset out instead',
    })
    assert.throws(() => riskBudgeting(covariance, { budgets: Float64Array.of(0.5, 0.4) }), /budgets must sum to 1, got 0.9$/)
    assert.throws(() => riskBudgeting(covariance, { budgets: Float64Array.of(1) }), { code: 'shape', field: 'budgets' })
    assert.throws(() => riskBudgeting(covariance, { budgets: Float64Array.of(1, Number.NaN) }), { code: 'not_finite', index: 1 })
  })

  test('leaves what it is given as it is', () => {
    const covariance = dense([0.04, 0.01], [0.01, 0.09])
    const budgets = Float64Array.of(0.25, 0.75)
    const before = structuredClone({ covariance, budgets })
    riskBudgeting(covariance, { budgets })
    assert.deepEqual({ covariance, budgets }, before)
  })
})
