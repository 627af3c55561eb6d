import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import type { Problem } from '../problem/problem.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'

/** Corners from the highest return down: the greatest λ at which each is an optimum, where the source has one, and its weights. */
type Published = readonly (readonly [lambda: number, ...weights: number[]])[]

function assertFrontier(problem: Problem, published: Published, decimals: number): void {
  const outcome = frontier(problem)
  assert.ok(outcome.status === 'optimal')
  const corners = outcome.corners.toReversed().map(({ lambdaFrom, weights }) => [lambdaFrom, ...weights])
  assert.equal(corners.length, published.length)
  published.forEach((expected, k) =>
    expected.forEach((value, i) => {
      const tolerance = 0.51 * 10 ** -decimals * Math.max(1, Math.abs(value))
      assert.ok(Math.abs(corners[k]![i]! - value) <= tolerance, `corner ${k}, figure ${i}: ${corners[k]![i]} is not ${value}`)
    }),
  )
}

/** Figures as the tests of lequant40/portfolio_allocation_js have them, which cite the same; the papers were not at hand. */
describe('published critical lines', () => {
  test('Markowitz, "Portfolio Selection", 1959, chapter VIII, "The computing procedure": three securities', () => {
    const covariance = dense([0.0146, 0.0187, 0.0145], [0.0187, 0.0854, 0.0104], [0.0145, 0.0104, 0.0289])
    const problem = { covariance, expectedReturns: Float64Array.of(0.062, 0.146, 0.128) }
    assertFrontier(
      problem,
      [
        [4.166667, 0, 1, 0],
        [0.140806, 0, 0.224968, 0.775032],
        [0.033328, 0.841405, 0, 0.158595],
        [0, 0.993103, 0, 0.006897],
      ],
      6,
    )
  })

  test('Sharpe, "Macro-Investment Analysis", optimization: bounds, and a kink between risk tolerances 22.30 and 22.94', () => {
    const covariance = dense([1, 2.96, 2.31], [2.96, 54.76, 39.886], [2.31, 39.886, 237.16])
    const problem = { covariance, expectedReturns: Float64Array.of(2.8, 6.3, 10.8), bounds: { lower: 0.2, upper: 0.5 } }
    const outcome = frontier(problem)
    assert.ok(outcome.status === 'optimal')
    // His risk tolerance is 2λ.
    const corners = outcome.corners.map(({ lambdaFrom, lambdaTo, weights }) =>
      [2 * lambdaFrom, 2 * lambdaTo, ...weights].map((value) => value.toFixed(2)),
    )
    assert.deepEqual(corners, [
      ['0.00', '13.73', '0.50', '0.30', '0.20'],
      ['15.10', '15.10', '0.45', '0.35', '0.20'],
      ['21.02', '21.02', '0.22', '0.50', '0.28'],
      ['22.30', '22.94', '0.20', '0.50', '0.30'],
      ['41.80', 'Infinity', '0.20', '0.30', '0.50'],
    ])
  })

  test('Kwan, "A Simple Spreadsheet-Based Exposition of the Markowitz Critical Line Method", 2007: without and with caps', () => {
    const covariance = dense([0.0004, 0.0004, 0.0002], [0.0004, 0.0025, 0.001], [0.0002, 0.001, 0.01])
    const problem = { covariance, expectedReturns: Float64Array.of(0.05, 0.08, 0.12) }
    assertFrontier(
      problem,
      [
        [0.225, 0, 0, 1],
        [0.054768, 0, 0.648501, 0.351499],
        [0.000656, 0.97541, 0, 0.02459],
        [0, 0.98, 0, 0.02],
      ],
      6,
    )
    assertFrontier(
      { ...problem, bounds: { lower: 0, upper: 0.7 } },
      [
        [0.14625, 0, 0.3, 0.7],
        [0.054768, 0, 0.648501, 0.351499],
        [0.015935, 0.7, 0.183106, 0.116894],
        [0, 0.7, 0.24381, 0.05619],
      ],
      6,
    )
  })

  test('Bailey and López de Prado, "An Open-Source Implementation of the Critical-Line Algorithm", 2013: ten assets', () => {
    const covariance = dense(
      [0.40755159, 0.03175842, 0.05183923, 0.05663904, 0.0330226, 0.00827775, 0.02165938, 0.01332419, 0.0343476, 0.02249903],
      [0.03175842, 0.9063047, 0.03136385, 0.02687256, 0.01917172, 0.00934384, 0.02495043, 0.00761036, 0.02874874, 0.01336866],
      [0.05183923, 0.03136385, 0.19490901, 0.04408485, 0.03006772, 0.01322738, 0.03525971, 0.0115493, 0.0427563, 0.02057303],
      [0.05663904, 0.02687256, 0.04408485, 0.19528471, 0.02777345, 0.00526665, 0.01375808, 0.00780878, 0.02914176, 0.01640377],
      [0.0330226, 0.01917172, 0.03006772, 0.02777345, 0.34059105, 0.00777055, 0.02067844, 0.00736409, 0.02542657, 0.01284075],
      [0.00827775, 0.00934384, 0.01322738, 0.00526665, 0.00777055, 0.15983874, 0.02105575, 0.00518686, 0.01723737, 0.00723779],
      [0.02165938, 0.02495043, 0.03525971, 0.01375808, 0.02067844, 0.02105575, 0.68056711, 0.01377882, 0.04627027, 0.01926088],
      [0.01332419, 0.00761036, 0.0115493, 0.00780878, 0.00736409, 0.00518686, 0.01377882, 0.95526918, 0.0106553, 0.00760955],
      [0.0343476, 0.02874874, 0.0427563, 0.02914176, 0.02542657, 0.01723737, 0.04627027, 0.0106553, 0.31681584, 0.01854318],
      [0.02249903, 0.01336866, 0.02057303, 0.01640377, 0.01284075, 0.00723779, 0.01926088, 0.00760955, 0.01854318, 0.11079287],
    )
    const problem = {
      covariance,
      expectedReturns: Float64Array.of(1.175, 1.19, 0.396, 1.12, 0.346, 0.679, 0.089, 0.73, 0.481, 1.08),
    }
    assertFrontier(
      problem,
      [
        [58.303085, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        [4.174273, 0.649369, 0.350631, 0, 0, 0, 0, 0, 0, 0, 0],
        [1.945566, 0.433984, 0.231248, 0, 0.334768, 0, 0, 0, 0, 0, 0],
        [0.164581, 0.126888, 0.072343, 0, 0.281254, 0, 0, 0, 0, 0, 0.519515],
        [0.147389, 0.123201, 0.070444, 0, 0.278994, 0, 0, 0, 0.006436, 0, 0.520926],
        [0.056172, 0.086922, 0.050451, 0, 0.223594, 0, 0.173832, 0, 0.030173, 0, 0.435029],
        [0.052048, 0.084671, 0.049254, 0, 0.219634, 0, 0.180039, 0, 0.03103, 0.006486, 0.428887],
        [0.036522, 0.073789, 0.043829, 0, 0.198976, 0.026158, 0.198152, 0, 0.03342, 0.027903, 0.397774],
        [0.030971, 0.068344, 0.041387, 0.015215, 0.188134, 0.034162, 0.202319, 0, 0.033929, 0.033633, 0.382875],
        [0, 0.036969, 0.026901, 0.094942, 0.125776, 0.076746, 0.219356, 0.029987, 0.035963, 0.06135, 0.29201],
      ],
      6,
    )
    const best = maxSharpe(problem, { riskFree: 0 })
    assert.ok(best.status === 'optimal')
    assert.equal(best.portfolio.sharpe!.toFixed(4), '4.4535')
  })
})

describe('published tangency portfolios', () => {
  test('Kopman and Liu, "Maximizing the Sharpe Ratio and Information Ratio in the Barra Optimizer", 2009: two assets', () => {
    const problem = { covariance: dense([0.05, 0.02], [0.02, 0.07]), expectedReturns: Float64Array.of(0.05, 0.1) }
    const outcome = maxSharpe(problem, { riskFree: 0 })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(
      Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(4)),
      ['0.2727', '0.7273'],
    )
  })

  test('Chen, Tsai and Lin, "Optimal mean-variance portfolio selection using Cauchy–Schwarz maximization", 2011: six assets', () => {
    const volatilities = [0.2929, 0.3252, 0.3278, 0.2555, 0.3943, 0.5698]
    const correlations = [
      [1, 0.1484, 0.3076, 0.3685, 0.4482, 0.3802],
      [0.1484, 1, 0.0382, -0.1451, 0.2714, 0.1025],
      [0.3076, 0.0382, 1, 0.299, 0.3634, 0.4388],
      [0.3685, -0.1451, 0.299, 1, 0.2756, 0.2796],
      [0.4482, 0.2714, 0.3634, 0.2756, 1, 0.7542],
      [0.3802, 0.1025, 0.4388, 0.2796, 0.7542, 1],
    ]
    const covariance = dense(...correlations.map((row, i) => row.map((rho, j) => rho * volatilities[i]! * volatilities[j]!)))
    const outcome = maxSharpe(
      { covariance, expectedReturns: Float64Array.of(0.0912, 0.1087, 0.1283, 0.1882, 0.2896, 0.3739) },
      { riskFree: 0.05 },
    )
    assert.ok(outcome.status === 'optimal')
    // The paper's weights sum to 0.999, its data being rounded: the last two are off by 0.0002 and 0.0012.
    const published = [0, 0.1355, 0, 0.5153, 0.2292, 0.119]
    outcome.portfolio.weights.forEach((weight, i) => assert.ok(Math.abs(weight - published[i]!) <= 0.0013))
    assert.deepEqual(
      Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(4)),
      ['0.0000', '0.1355', '0.0000', '0.5153', '0.2290', '0.1202'],
    )
  })
})
