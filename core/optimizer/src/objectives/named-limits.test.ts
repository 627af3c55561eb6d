import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { efficientRisk } from './efficient-risk.ts'
import { maxUtility } from './max-utility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'

const assets = ['AAA', 'BBB', 'CCC']
const covariance = dense([0.04, 0.01, 0], [0.01, 0.09, 0.02], [0, 0.02, 0.16])
const from = Float64Array.of(0.5, 0.3, 0.2)

describe('limits that trading cuts into pieces', () => {
  test('are named in weights, and only where somebody asked for them', () => {
    const groups = [{ name: 'first', members: [0], lower: 0.8 }]
    const outcome = minVolatility({ assets, covariance, groups, turnover: { from, max: 0.4 } })
    assert.ok(outcome.status === 'infeasible')
    assert.equal(outcome.explanation, 'These cannot hold together: budget = 1; group first >= 0.8; turnover <= 0.4.')
    assert.deepEqual(
      outcome.conflict.map(({ kind }) => kind),
      ['budget', 'group', 'turnover'],
    )
  })

  test('have multipliers by the name of the bound, with the sign that it has for weights', () => {
    const free = { assets, covariance, bounds: { lower: 0.1, upper: 0.6 } }
    const plain = minVolatility(free)
    const pieces = minVolatility({ ...free, turnover: { from, max: 2 } })
    assert.ok(plain.status === 'optimal' && pieces.status === 'optimal')
    const [expected, found] = [plain, pieces].map(({ certificate }) => certificate.multipliers)
    assert.deepEqual(
      found!.map(({ reference }) => reference),
      expected!.map(({ reference }) => reference),
    )
    found!.forEach(({ value }, k) => assert.ok(Math.abs(value - expected![k]!.value) <= 1e-15))
  })
})

describe('a weight where costs begin, between two pieces of its asset', () => {
  test('is at no bound, and none is named', () => {
    const trades = { turnover: { from: Float64Array.of(0.2, 0.4, 0.4), max: 2 }, costs: { from, rate: 1 } }
    const outcome = minVolatility({ assets, covariance, ...trades })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(Array.from(outcome.portfolio.weights), Array.from(from))
    assert.deepEqual(
      outcome.certificate.multipliers.map(({ reference }) => reference.name),
      ['budget'],
    )
  })
})

describe('weights that are where they should be already', () => {
  test('keep to a budget that they add up to but for rounding', () => {
    const n = 10
    const data = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 0.04 : 0.01))
    const held = new Float64Array(n).fill(0.1)
    const outcome = minVolatility({ covariance: { kind: 'dense', n, data }, turnover: { from: held, max: 0 } })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(outcome.portfolio.weights, held)
  })

  test('keep to limits that agree only within rounding', () => {
    const risks = dense(
      [
        0.22611507718796262, -0.09072063459573572, 0.039008322966637275, -0.047683244562751206, -0.16526622265391153,
        0.0362174457895686,
      ],
      [
        -0.09072063459573572, 0.27318395627699565, 0.0642263191217991, 0.2362827302426961, 0.08489409483413801,
        -0.08620825587153813,
      ],
      [
        0.039008322966637275, 0.0642263191217991, 0.207317283118375, 0.0036419308113165433, 0.0990212361599055,
        -0.07646302264737789,
      ],
      [
        -0.047683244562751206, 0.2362827302426961, 0.0036419308113165433, 0.38617968516021695, 0.10636220954903092,
        0.013374288622322246,
      ],
      [
        -0.16526622265391153, 0.08489409483413801, 0.0990212361599055, 0.10636220954903092, 0.5763537907865864,
        -0.1928700939021852,
      ],
      [
        0.0362174457895686, -0.08620825587153813, -0.07646302264737789, 0.013374288622322246, -0.1928700939021852,
        0.15969058000010508,
      ],
    )
    const lower = Float64Array.of(0, -0.25, -Infinity, -Infinity, 0, 0)
    const upper = Float64Array.of(Infinity, 0.25, 1, Infinity, Infinity, Infinity)
    const limits = { bounds: { lower, upper }, turnover: { from: new Float64Array(6).fill(1 / 6), max: 0.25 }, grossExposure: 1 }
    assert.equal(minVolatility({ covariance: risks, ...limits }).status, 'optimal')
  })

  test('of no budget at all and equal returns are none', () => {
    const two = dense([0.008150833720089838, 0.0002074509695206456], [0.0002074509695206456, 0.1285538269372023])
    const bounds = { lower: Float64Array.of(0, -0.25), upper: Float64Array.of(0.5, 1) }
    const rows = [{ name: 'row', coefficients: Float64Array.of(2, 0), lower: -0.25 }]
    const equal = { covariance: two, expectedReturns: Float64Array.of(0.1, 0.1), bounds, rows, budget: 0 }
    for (const riskAversion of [0.1, 1, 10, 100, 1000]) {
      const outcome = maxUtility(equal, { riskAversion })
      assert.ok(outcome.status === 'optimal')
      assert.ok(outcome.portfolio.weights.every((weight) => Math.abs(weight) <= 1e-14))
    }
  })

  test('are an optimum that can be proved', () => {
    const costs = { from, rate: 0.01 }
    const outcome = minTrackingError({ covariance, costs, turnover: { from, max: 0.5 } }, { benchmark: from })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(outcome.portfolio.weights, from)
  })
})

describe('a cap on risk with a penalty', () => {
  test('chooses the least risk among weights of the same return', () => {
    const bounds = { lower: Float64Array.of(-2), upper: Float64Array.of(1) }
    const one = { covariance: dense([0.04]), expectedReturns: Float64Array.of(0), budget: null, bounds }
    const outcome = efficientRisk({ ...one, l2: Float64Array.of(0) }, { targetVolatility: 0.15 })
    assert.ok(outcome.status === 'optimal')
    assert.ok(outcome.portfolio.volatility <= 0.15)
  })

  test('equal returns: nothing is gained by more risk', () => {
    const equal = { covariance, expectedReturns: Float64Array.of(0.05, 0.05, 0.05), grossExposure: 1 }
    const outcome = efficientRisk(equal, { targetVolatility: 0.3 })
    assert.ok(outcome.status === 'optimal')
    const least = minVolatility(equal)
    assert.ok(least.status === 'optimal')
    assert.deepEqual(outcome.portfolio.weights, least.portfolio.weights)
  })
})
