import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Problem } from '../problem/problem.ts'
import { dense } from '../trial/random-covariances.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import type { Corner } from './frontier.ts'
import { minVolatility } from './min-volatility.ts'
import { targetSharpe } from './target-sharpe.ts'

function endsOf(problem: Problem): [Corner, Corner] {
  const outcome = frontier(problem)
  assert.ok(outcome.status === 'optimal')
  return [outcome.corners[0]!, outcome.corners.at(-1)!]
}

describe('a target at the end of what can be reached', () => {
  for (const [what, limits] of [
    ['a group', { groups: [{ name: 'first', members: [0], upper: 0.95 }] }],
    ['no upper bounds', { bounds: { lower: 0, upper: Infinity } }],
  ] as const) {
    test(`a cap of the least volatility there is, with ${what}`, () => {
      for (const [first, second, product] of [
        [0.0225, 0.09, 0.009],
        [0.0625, 0.04, 0],
        [0.04, 0.0625, 0.005],
        [0.0625, 0.09, 0.015],
      ] as const) {
        const covariance = dense([first, product], [product, second])
        const problem: Problem = { covariance, expectedReturns: Float64Array.of(0.03, 0.08), ...limits }
        const least = minVolatility(problem)
        assert.ok(least.status === 'optimal')
        const targetVolatility = least.portfolio.volatility
        for (const sense of ['atMost', 'equal'] as const) {
          const outcome = efficientRisk(problem, { targetVolatility, sense })
          assert.ok(outcome.status === 'optimal')
          const { volatility } = outcome.portfolio
          assert.ok(volatility <= targetVolatility * (1 + 1e-12), `${sense}: ${volatility} exceeds ${targetVolatility}`)
        }
      }
    })
  }

  test('the ratio of one asset, and both ends of a range of ratios', () => {
    const one = { covariance: dense([0.04]), expectedReturns: Float64Array.of(0.07) }
    const several = { covariance: dense([0.04, 0.005], [0.005, 0.09]), expectedReturns: Float64Array.of(0.04, 0.1) }
    for (const problem of [one, several]) {
      const { range } = targetSharpe(problem, { riskFree: 0.01, target: 9 }) as { range: [number, number] }
      for (const target of range) {
        assert.equal(targetSharpe(problem, { riskFree: 0.01, target }).status, 'optimal', `${target} of ${range.join(' to ')}`)
      }
    }
  })

  test('a return that is an ulp less than the least there is', () => {
    const problem = {
      covariance: dense([0.08615197511132053, 0.05395051951184598], [0.05395051951184598, 0.048911402791855865]),
      expectedReturns: Float64Array.of(0.02930440687574446, 0.028343353969976302),
    }
    const targetReturn = endsOf(problem)[0].return
    assert.equal(efficientReturn(problem, { targetReturn, sense: 'equal' }).status, 'optimal')
  })

  test('the highest return there is, with a turnover limit and costs', () => {
    const from = new Float64Array(6).fill(1 / 6)
    const problem: Problem = {
      covariance: dense(
        [
          0.029414328881650676, -0.004846848967643027, -0.0006140924999307971, -0.02792870173985368, -0.002826782749484969,
          0.015371450110364124,
        ],
        [
          -0.004846848967643027, 0.04397822435703243, 0.0006400011977210033, 0.014842427425232745, 0.023660500187323196,
          0.012457155117851471,
        ],
        [
          -0.0006140924999307971, 0.0006400011977210033, 0.025094288715986755, -0.008436941328780896, 0.005386177094409282,
          0.02265058914664348,
        ],
        [
          -0.02792870173985368, 0.014842427425232745, -0.008436941328780896, 0.04343854932393918, 0.005257806534430436,
          -0.026676269822648556,
        ],
        [
          -0.002826782749484969, 0.023660500187323196, 0.005386177094409282, 0.005257806534430436, 0.029159535944882554,
          0.020381789118962594,
        ],
        [
          0.015371450110364124, 0.012457155117851471, 0.02265058914664348, -0.026676269822648556, 0.020381789118962594,
          0.056510348501928445,
        ],
      ),
      expectedReturns: Float64Array.of(
        0.14598234415985645,
        0.009092758726328615,
        0.14648799117654562,
        0.008729470279067758,
        0.098162846211344,
        0.012966691879555584,
      ),
      turnover: { from, max: 0.06527373730205 },
      costs: { from, rate: 0.004911150499247015 },
    }
    assert.equal(efficientReturn(problem, { targetReturn: endsOf(problem)[1].return }).status, 'optimal')
  })
})

describe('a target in between', () => {
  test('a return next to nothing, exactly', () => {
    const problem = {
      covariance: dense([17, -4], [-4, 2]),
      expectedReturns: Float64Array.of(1, 0),
      bounds: { lower: -0.5, upper: 1.1 },
    }
    assert.equal(efficientReturn(problem, { targetReturn: 1e-300, sense: 'equal' }).status, 'optimal')
  })

  test('a return between almost the same weights of a short stretch', () => {
    const problem: Problem = {
      covariance: dense(
        [0.06778017865990667, -0.0557012278412724, 0.02289411094736178, -0.002476847211429203, 0.025039349161127065],
        [-0.0557012278412724, 0.07638314455525247, -0.005364623206155068, 0.017057594196689264, -0.013835867330738482],
        [0.02289411094736178, -0.005364623206155068, 0.013642817482129378, 0.005764266656542061, 0.01141972203857862],
        [-0.002476847211429203, 0.017057594196689264, 0.005764266656542061, 0.007463172116427993, 0.0023935302108373567],
        [0.025039349161127065, -0.013835867330738482, 0.01141972203857862, 0.0023935302108373567, 0.010734756272192185],
      ),
      expectedReturns: Float64Array.of(
        0.01651268665678799,
        0.1224043951742351,
        0.07729171010665595,
        0.061413700450211765,
        0.09183461208827792,
      ),
      bounds: { lower: -0.5, upper: 1 },
      turnover: { from: new Float64Array(5).fill(0.2), max: 0.055025928420946 },
      grossExposure: 1.7458371496759355,
      groups: [{ name: 'first two', members: [0, 1], upper: 0.7 }],
    }
    const [first, last] = endsOf(problem)
    const targetReturn = (first.return + last.return) / 2
    const outcome = efficientReturn(problem, { targetReturn })
    assert.ok(outcome.status === 'optimal')
    assert.ok(outcome.portfolio.return! >= targetReturn * (1 - 1e-13), `${outcome.portfolio.return} is less than ${targetReturn}`)
  })

  test('a volatility where two assets earn almost the same', () => {
    const problem: Problem = {
      covariance: dense(
        [0.03928209340067013, -0.01296847796630626, -0.011267481192036743],
        [-0.01296847796630626, 0.0502773809720637, 0.017801117759730558],
        [-0.011267481192036743, 0.017801117759730558, 0.04351023396367726],
      ),
      expectedReturns: Float64Array.of(0.1259301397856325, 0.12593601279892028, 0.012730902144685391),
      turnover: { from: new Float64Array(3).fill(1 / 3), max: 0.5216853525489569 },
      groups: [{ name: 'first two', members: [0, 1], upper: 0.7 }],
    }
    const [first, last] = endsOf(problem)
    const targetVolatility = first.volatility + 0.5 * (last.volatility - first.volatility)
    const outcome = efficientRisk(problem, { targetVolatility })
    assert.ok(outcome.status === 'optimal')
    const { volatility } = outcome.portfolio
    assert.ok(volatility <= targetVolatility * (1 + 1e-12), `${volatility} exceeds ${targetVolatility}`)
  })

  test('a ratio on a short stretch', () => {
    const problem: Problem = {
      covariance: dense(
        [
          0.009149643353774875, 0.007984482042929671, 0.014342848773067884, 0.009086939182893671, 0.01340139742508746,
          0.012724902888018617,
        ],
        [
          0.007984482042929671, 0.02109177969948585, 0.006858645856131468, 0.015064556134384255, -0.008955530223577144,
          0.013997836731167612,
        ],
        [
          0.014342848773067884, 0.006858645856131468, 0.04009392261463764, 0.013400104861472053, 0.01981666591512641,
          -0.008669224034205116,
        ],
        [
          0.009086939182893671, 0.015064556134384255, 0.013400104861472053, 0.022906700249939977, 0.003440548185275376,
          0.00446364467664141,
        ],
        [
          0.01340139742508746, -0.008955530223577144, 0.01981666591512641, 0.003440548185275376, 0.05598235652535871,
          0.03025473060132895,
        ],
        [
          0.012724902888018617, 0.013997836731167612, -0.008669224034205116, 0.00446364467664141, 0.03025473060132895,
          0.07105862012667634,
        ],
      ),
      expectedReturns: Float64Array.of(
        0.03377124088816345,
        0.01669897207990289,
        0.012472487231716518,
        0.13386408308520914,
        0.028349260138347744,
        0.07489627542905511,
      ),
      groups: [{ name: 'first two', members: [0, 1], upper: 0.7 }],
      rows: [
        {
          name: 'row',
          coefficients: Float64Array.of(
            1.884065676247701,
            1.5357426637783647,
            -0.9586759984958917,
            0.01413643010891974,
            -0.00844655861146748,
            -0.6474118435289711,
          ),
          upper: 0.4154657002771273,
        },
      ],
    }
    const target = 0.3467382334197397
    const outcome = targetSharpe(problem, { riskFree: 0.01, target })
    assert.ok(outcome.status === 'optimal')
    // Weights move by 1,900 per unit of λ there, of which a share of 1e-12 is what rounding leaves.
    assert.ok(Math.abs(outcome.portfolio.sharpe! / target - 1) <= 5e-12, `${outcome.portfolio.sharpe} is not ${target}`)
  })

  test('a return that the least volatility exceeds, of assets with volatilities of 1e-9 and 2', () => {
    const problem = { covariance: dense([1e-18, 0], [0, 4]), expectedReturns: Float64Array.of(3e-4, 1e-5) }
    assert.equal(minVolatility(problem).status, 'optimal')
    assert.equal(efficientReturn(problem, { targetReturn: 1e-4 }).status, 'optimal')
  })
})
