import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import type { Outcome } from '../outcome.ts'
import { riskBudgeting } from '../risk-budgeting/risk-budgeting.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { maxSharpe } from './max-sharpe.ts'
import { minVolatility } from './min-volatility.ts'

function assertWeights(outcome: Outcome, published: readonly number[], tolerance: number): void {
  assert.ok(outcome.status === 'optimal')
  published.forEach((expected, i) => {
    const weight = outcome.portfolio.weights[i]!
    assert.ok(Math.abs(weight - expected) <= tolerance, `weight ${i}: ${weight} is not ${expected}`)
  })
}

/** Choueifaty and Coignard: least variance under correlations, each weight then divided by its volatility. */
function mostDiversified(volatilities: readonly number[], correlations: readonly (readonly number[])[]): number[] {
  const outcome = minVolatility({ covariance: dense(...correlations) })
  assert.ok(outcome.status === 'optimal')
  const parts = volatilities.map((volatility, i) => outcome.portfolio.weights[i]! / volatility)
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}

const tenths = (weights: readonly number[]): string[] => weights.map((weight) => (100 * weight).toFixed(1))

/** Figures as the tests of lequant40/portfolio_allocation_js have them, which cite the same; the papers were not at hand. */
describe('published portfolios of a frontier', () => {
  // Nine securities, 1937 to 1954, and cash: of all these matrices the only one without full rank.
  const nineSecurities = dense(
    [
      0.05338816358, 0.02149069753, 0.02865533642, 0.04896485802, 0.01624895062, 0.03223945062, 0.02425553395, 0.03999812963,
      0.0361509784, 0,
    ],
    [
      0.02149069753, 0.01468446914, 0.01878391358, 0.02441658642, 0.008041938272, 0.01002193827, 0.01448993827, 0.02536259259,
      0.02083593827, 0,
    ],
    [
      0.02865533642, 0.01878391358, 0.08550016358, 0.06260714198, 0.04439938272, 0.01328671605, 0.01043991049, 0.06864603704,
      0.0420215216, 0,
    ],
    [
      0.04896485802, 0.02441658642, 0.06260714198, 0.09546446914, 0.05153806173, 0.02902461728, 0.02077028395, 0.09002012963,
      0.03664589506, 0,
    ],
    [
      0.01624895062, 0.008041938272, 0.04439938272, 0.05153806173, 0.1278900988, 0.0128384321, 0.02091715432, 0.1015344074,
      0.04497232099, 0,
    ],
    [
      0.03223945062, 0.01002193827, 0.01328671605, 0.02902461728, 0.0128384321, 0.04125832099, 0.01127854321, 0.02960762963,
      0.02165332099, 0,
    ],
    [
      0.02425553395, 0.01448993827, 0.01043991049, 0.02077028395, 0.02091715432, 0.01127854321, 0.02883379321, 0.02913762963,
      0.01739445988, 0,
    ],
    [
      0.03999812963, 0.02536259259, 0.06864603704, 0.09002012963, 0.1015344074, 0.02960762963, 0.02913762963, 0.1467278889,
      0.05284057407, 0,
    ],
    [
      0.0361509784, 0.02083593827, 0.0420215216, 0.03664589506, 0.04497232099, 0.02165332099, 0.01739445988, 0.05284057407,
      0.07926979321, 0,
    ],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  )
  const means = [
    0.06594444444, 0.06155555556, 0.1460555556, 0.1734444444, 0.1981111111, 0.05511111111, 0.1276111111, 0.1903333333,
    0.1156111111,
  ]
  const chapterTwo = { covariance: nineSecurities, expectedReturns: Float64Array.of(...means, 0) }

  test('Markowitz, "Portfolio Selection", 1959, chapter II, "Illustrative portfolio analyses": nine securities and cash', () => {
    const published: readonly (readonly [target: number, tolerance: number, ...weights: number[]])[] = [
      [0.07, 0.0025, 0, 0, 0.08, 0.015, 0.06, 0, 0.345, 0, 0, 0.5],
      [0.15, 0.01, 0, 0, 0.09, 0.13, 0.21, 0, 0.57, 0, 0, 0],
      // He writes 0.29, 0.39 and 0.32, and 0.33, 0.455 and 0.215: within his own rounding of the target.
      [0.169, 0.01, 0, 0, 0, 0.3, 0.39, 0, 0.31, 0, 0, 0],
      [0.175, 0.001, 0, 0, 0, 0.335, 0.455, 0, 0.21, 0, 0, 0],
    ]
    for (const [target, tolerance, ...weights] of published)
      assertWeights(efficientReturn(chapterTwo, { targetReturn: target }), weights, tolerance)
    // A volatility of 0.08; in the book half of it is cash.
    assertWeights(
      efficientRisk(chapterTwo, { targetVolatility: 0.08 }),
      [0, 0, 0.08, 0.015, 0.055, 0, 0.335, 0, 0, 0.515],
      0.0025,
    )
  })

  test('the same: one ratio for every share of cash', () => {
    const outcome = maxSharpe(chapterTwo, { riskFree: 0 })
    assert.ok(outcome.status === 'optimal')
    assert.ok(Math.abs(outcome.portfolio.sharpe! - 0.8520782020723374) <= 1e-13)
  })

  test('Kwan and Yuan, "Optimal Portfolio Selection Without Short Sales Under the Full-Information Covariance Structure", 1993', () => {
    const covariance = dense(
      [0.01, 0.01, -0.0018, 0.0024, 0.0016, 0.0048],
      [0.01, 0.0625, 0.0135, 0.009, 0.002, 0.008],
      [-0.0018, 0.0135, 0.0324, 0.00432, -0.00288, 0.00864],
      [0.0024, 0.009, 0.00432, 0.0144, 0.0096, 0.00192],
      [0.0016, 0.002, -0.00288, 0.0096, 0.0064, 0.00256],
      [0.0048, 0.008, 0.00864, 0.00192, 0.00256, 0.0256],
    )
    // Its fourth and fifth asset move as one, and not so with the others: no returns have this matrix.
    const expectedReturns = Float64Array.of(0.15, 0.18, 0.2, 0.11, 0.13, 0.12)
    assert.throws(() => maxSharpe({ covariance, expectedReturns }, { riskFree: 0.08 }), { code: 'not_positive_semidefinite' })
    const held = {
      covariance: dense([0.01, -0.0018, 0.0016], [-0.0018, 0.0324, -0.00288], [0.0016, -0.00288, 0.0064]),
      expectedReturns: Float64Array.of(0.15, 0.2, 0.13),
    }
    assertWeights(maxSharpe(held, { riskFree: 0.08 }), [0.3318, 0.2443, 0.4239], 0.000051)
  })

  test('Roncalli, "Understanding the Impact of Weights Constraints in Portfolio Theory", 2010: four assets', () => {
    const covariance = dense(
      [0.0225, 0.003, 0.015, 0.0225],
      [0.003, 0.04, 0.035, 0.024],
      [0.015, 0.035, 0.0625, 0.06],
      [0.0225, 0.024, 0.06, 0.09],
    )
    assertWeights(minVolatility({ covariance }), [0.65487, 0.34513, 0, 0], 0.0000051)
    const floors: readonly (readonly [lower: number, ...weights: number[]])[] = [
      [0.1, 0.56195, 0.23805, 0.1, 0.1],
      [0.2, 0.4, 0.2, 0.2, 0.2],
    ]
    for (const [lower, ...weights] of floors)
      assertWeights(minVolatility({ covariance, bounds: { lower, upper: 1 } }), weights, 0.0000051)
    assertWeights(minVolatility({ covariance, bounds: { lower: 0, upper: 0.5 } }), [0.5, 0.5, 0, 0], 0)
    const expectedReturns = Float64Array.of(0.05, 0.03, 0.07, 0.07)
    const capped = { covariance, expectedReturns, bounds: { lower: 0, upper: 0.4 } }
    assertWeights(efficientReturn(capped, { targetReturn: 0.06 }), [0.4, 0.05, 0.4, 0.15], 1e-14)
  })

  test('Roncalli, "Portfolio Optimization versus Risk-Budgeting Allocation", 2012: nearly the same assets', () => {
    const dear = dense([0.04, 0.0396, 0.0414], [0.0396, 0.0484, 0.0455], [0.0414, 0.0455, 0.0529])
    assertWeights(minVolatility({ covariance: dear }), [22 / 23, 1 / 23, 0], 1e-14)
    const low = dense([0.04, 0.0418, 0.0437], [0.0418, 0.0484, 0.0481], [0.0437, 0.0481, 0.0529])
    assertWeights(minVolatility({ covariance: low }), [1, 0, 0], 0)
  })
})

describe('published portfolios of greatest diversification', () => {
  test('Choueifaty and Coignard, "Toward Maximum Diversification", 2008: two alike and one other', () => {
    const correlations = [
      [1, 0.9, 0.1],
      [0.9, 1, 0.1],
      [0.1, 0.1, 1],
    ]
    assert.deepEqual(tenths(mostDiversified([0.1, 0.1, 0.1], correlations)), ['25.7', '25.7', '48.6'])
  })

  test('Choueifaty, Froidure and Reynier, "Properties of the Most Diversified Portfolio", 2013: a copy of a mixture gets nothing', () => {
    const pair = [
      [1, 0.5],
      [0.5, 1],
    ]
    assert.deepEqual(tenths(mostDiversified([0.2, 0.1], pair)), ['33.3', '66.7'])
    assert.deepEqual(tenths(mostDiversified([0.05, 0.1], pair)), ['66.7', '33.3'])
    // The third is half of the first and a quarter of the second.
    const volatilities = [0.2, 0.1, Math.sqrt(0.013125)]
    const mixture = [
      [1, 0.5, 0.0225 / (0.2 * volatilities[2]!)],
      [0.5, 1, 0.0075 / (0.1 * volatilities[2]!)],
      [0.0225 / (0.2 * volatilities[2]!), 0.0075 / (0.1 * volatilities[2]!), 1],
    ]
    assert.deepEqual(tenths(mostDiversified(volatilities, mixture)), ['33.3', '66.7', '0.0'])
  })
})

describe('published portfolios of bounded risk', () => {
  test('Cesarone and Tardella, "Equal Risk Bounding is better than Risk Parity", 2017: equal risk of the assets that they keep', () => {
    const table = dense(
      [0.01, 0.0042, -0.0147, -0.0155],
      [0.0042, 0.04, -0.0114, 0.042],
      [-0.0147, -0.0114, 0.09, 0.024],
      [-0.0155, 0.042, 0.024, 0.25],
    )
    const outcome = riskBudgeting(table)
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      Array.from(outcome.weights, (weight) => weight.toFixed(3)),
      ['0.583', '0.157', '0.186', '0.074'],
    )
  })
})
