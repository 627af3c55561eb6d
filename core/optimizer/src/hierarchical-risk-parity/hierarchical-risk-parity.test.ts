import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { covariances, dense, scaled } from '../trial/random-covariances.ts'
import { returnsFromPrices } from '../estimators/returns-from-prices.ts'
import type { Returns } from '../estimators/returns.ts'
import { inverseVariance } from '../simple-allocations/inverse-variance.ts'
import {
  hierarchicalRiskParity,
  type HierarchicallyAllocated,
  type HierarchicalRiskParityOptions,
} from './hierarchical-risk-parity.ts'
import { publishedCovariance } from '../trial/published-covariance.ts'

function allocated(data: DenseCovariance | Returns, options?: HierarchicalRiskParityOptions): HierarchicallyAllocated {
  const outcome = hierarchicalRiskParity(data, options)
  assert.ok(outcome.status === 'optimal')
  return outcome
}

function table(...rows: readonly (readonly number[])[]): Returns {
  return { kind: 'returns', t: rows.length, n: rows[0]!.length, data: Float64Array.from(rows.flat()) }
}

function near(actual: Float64Array, expected: readonly number[], tolerance: number): void {
  assert.equal(actual.length, expected.length)
  for (const [i, value] of expected.entries()) {
    assert.ok(Math.abs(actual[i]! - value) < tolerance, `${actual[i]} is not ${value}`)
  }
}

describe('hierarchicalRiskParity, the numerical example of López de Prado 2016', () => {
  test('with distances between columns gives the weights and the order of leaves that the paper prints', () => {
    const { weights, order } = allocated(publishedCovariance, { columns: true })
    const printed = [7.0, 7.59, 10.84, 19.03, 9.72, 10.19, 6.62, 9.1, 7.12, 12.79]
    for (const [i, percent] of printed.entries()) assert.equal((weights[i]! * 100).toFixed(2), percent.toFixed(2))
    assert.deepEqual(
      order.map((asset) => asset + 1),
      [9, 2, 10, 1, 7, 3, 6, 4, 5, 8],
    )
  })

  // Orders, weights and heights by SciPy 1.17.1 and PyPortfolioOpt 1.6.0 from the same covariance, correlations not rounded. Given a
  // covariance, PyPortfolioOpt itself rounds correlations to six digits; given returns, it takes each entry over its own rows.
  const nearest = {
    order: [4, 7, 0, 6, 3, 2, 5, 8, 1, 9],
    weights: [
      0.13085650143323327, 0.052995125878286975, 0.1043927872005171, 0.13091390980049622, 0.10844161085601263,
      0.09815748097721365, 0.1251836703962525, 0.10148036682003199, 0.09800143419286006, 0.049577112445095606,
    ],
  }
  const peers = {
    single: { ...nearest, height: 0.7050852785769767 },
    average: { ...nearest, height: 0.7084937512561522 },
    complete: {
      order: [2, 5, 8, 1, 9, 0, 6, 3, 4, 7],
      weights: [
        0.109794922305879, 0.052995125878286975, 0.1043927872005171, 0.19270739547908494, 0.09843312128791318,
        0.09815748097721365, 0.10382626323783126, 0.09211435699531825, 0.09800143419286006, 0.049577112445095606,
      ],
      height: 0.7124610657153378,
    },
    ward: {
      order: [8, 1, 9, 0, 6, 2, 5, 3, 4, 7],
      weights: [
        0.06999366420447008, 0.07592150584885832, 0.10838947598284623, 0.19029103649628842, 0.09719886789438129,
        0.1019154504082796, 0.06618867659861309, 0.09095933461843017, 0.07123881244844038, 0.1279031754993924,
      ],
      height: 1.139709853991598,
    },
  } as const
  for (const [linkage, expected] of Object.entries(peers)) {
    test(`${linkage} linkage gives what SciPy and PyPortfolioOpt give`, () => {
      const { weights, order, merges } = allocated(publishedCovariance, { linkage: linkage as keyof typeof peers })
      assert.deepEqual(order, expected.order)
      near(weights, expected.weights, 1e-13)
      assert.ok(Math.abs(merges.at(-1)!.distance - expected.height) < 1e-13)
    })
  }
})

describe('hierarchicalRiskParity', () => {
  test('is the inverse variance for one asset, for two, and where nothing is correlated', () => {
    for (const covariance of [
      dense([0.04]),
      dense([0.04, 0.01], [0.01, 0.09]),
      dense([0.04, 0, 0], [0, 0.01, 0], [0, 0, 0.09]),
    ]) {
      const simple = inverseVariance(covariance)
      assert.ok(simple.status === 'optimal')
      near(allocated(covariance).weights, Array.from(simple.weights), 1e-15)
    }
  })

  test('gives weights that are not negative and sum to 1, in any unit', () => {
    fc.assert(
      fc.property(covariances, fc.boolean(), (covariance, columns) => {
        const { weights, order, merges, volatility } = allocated(covariance, { columns })
        assert.ok(weights.every((weight) => weight >= 0))
        assert.ok(Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1) < 1e-15 * covariance.n)
        assert.deepEqual(
          order.toSorted((a, b) => a - b),
          Array.from({ length: covariance.n }, (_, i) => i),
        )
        assert.equal(merges.length, covariance.n - 1)
        const other = allocated(scaled(covariance, 4), { columns })
        assert.deepEqual([other.weights, other.volatility], [weights, volatility! * 2])
      }),
    )
  })

  test('lists equal distances by the lowest index, the lower cluster first', () => {
    const covariance = dense([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1])
    const { order, merges } = allocated(covariance)
    assert.deepEqual(
      merges.map(({ left, right }) => [left, right]),
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    )
    assert.deepEqual(order, [0, 1, 2, 3])
  })

  test('takes copies and mirror images', () => {
    const { weights, order } = allocated(dense([0.04, -0.04, 0.04], [-0.04, 0.04, -0.04], [0.04, -0.04, 0.04]))
    assert.deepEqual(order, [1, 0, 2])
    assert.deepEqual(weights, Float64Array.of(0.25, 0.5, 0.25))
  })

  test('names what does not vary', () => {
    const outcome = hierarchicalRiskParity(dense([0.04, 0], [0, 0]))
    assert.ok(outcome.status === 'zeroVariance')
    assert.deepEqual(outcome.assets, [1])
  })

  test('takes no prices for returns', () => {
    const prices = { kind: 'prices' as 'returns', t: 3, n: 2, data: Float64Array.of(100, 50, 101, 49, 102, 51) }
    assert.throws(() => hierarchicalRiskParity(prices), { code: 'shape', field: 'returns' })
  })

  test('refuses unknown options', () => {
    const covariance = dense([1])
    assert.throws(() => hierarchicalRiskParity(covariance, { linkage: 'centroid' as 'ward' }), {
      code: 'out_of_range',
      message: 'linkage must be "single" or "complete" or "average" or "ward", got "centroid"',
    })
    assert.throws(() => hierarchicalRiskParity(covariance, { periodsPerYear: 0 }), {
      code: 'out_of_range',
      field: 'periodsPerYear',
    })
  })
})

describe('hierarchicalRiskParity from returns', () => {
  const rows = [
    [0.01, 0.02, -0.01],
    [-0.02, -0.01, 0.02],
    [0.03, 0.01, 0.01],
    [0, 0.01, -0.02],
  ]

  test('is that of their sample covariance, annual with periodsPerYear', () => {
    const { weights, volatility, rowsUsed } = allocated(table(...rows), { periodsPerYear: 252 })
    // Sample covariances by hand: means 0.005, 0.0075 and 0.
    const covariance = scaled(dense([13 / 3, 11 / 6, -2 / 3], [11 / 6, 19 / 12, -5 / 3], [-2 / 3, -5 / 3, 10 / 3]), 1e-4)
    const given = allocated({ ...covariance, data: covariance.data.map((value) => value * 252) })
    near(weights, Array.from(given.weights), 1e-14)
    assert.ok(Math.abs(volatility! - given.volatility!) < 1e-14)
    assert.equal(rowsUsed, 4)
    assert.equal(allocated(table(...rows)).volatility, null)
  })

  test('uses the rows that all assets share, where that is asked for', () => {
    const gaps = table(rows[0]!, [Number.NaN, 0.5, 0.5], rows[1]!, rows[2]!, [0.5, 0.5, Number.NaN], rows[3]!)
    const outcome = allocated(gaps, { nan: 'complete' })
    assert.deepEqual(outcome.weights, allocated(table(...rows)).weights)
    assert.equal(outcome.rowsUsed, 4)
    const assets = ['A', 'B', 'C']
    for (const nan of [undefined, 'reject'] as const) {
      assert.throws(() => hierarchicalRiskParity(gaps, { nan, assets }), { code: 'missing_data', index: 3, asset: 'A' })
    }
    const nan = 'pairwise' as 'complete'
    assert.throws(() => hierarchicalRiskParity(gaps, { nan }), { code: 'out_of_range', field: 'nan' })
  })

  test('says when fewer than two rows are shared', () => {
    const gap = table([0.01, Number.NaN], [0.02, 0.03])
    const outcome = hierarchicalRiskParity(gap, { nan: 'complete' })
    assert.deepEqual(outcome, {
      status: 'tooFewRows',
      rows: 1,
      explanation: 'all assets share 1 of the periods; a correlation needs two',
    })
    assert.equal(hierarchicalRiskParity({ kind: 'returns', t: 0, n: 2, data: new Float64Array(0) }).status, 'tooFewRows')
  })

  test('sees that an asset does not vary, through the rounding of its mean', () => {
    const flat = Array.from({ length: 7000 }, (_, k) => [Math.sin(k) / 100, 0.1])
    const outcome = hierarchicalRiskParity(table(...flat))
    assert.ok(outcome.status === 'zeroVariance')
    assert.deepEqual(outcome.assets, [1])
  })

  test('sees that an asset grows at one rate, through the rounding of its returns', () => {
    const prices = Array.from({ length: 300 }, (_, k) => [100 + Math.sin(k), 100 * 1.0001 ** k])
    const data = Float64Array.from(prices.flat())
    const outcome = hierarchicalRiskParity(returnsFromPrices({ kind: 'prices', t: 300, n: 2, data }))
    assert.ok(outcome.status === 'zeroVariance')
    assert.deepEqual(outcome.assets, [1])
  })

  test('takes the covariance of many rows about their means', () => {
    const many = Array.from({ length: 1300 }, (_, k) => [0, 1, 2, 3, 4].map((i) => Math.sin(k * (1.3 + i) + k * k) / 50))
    const columns = [0, 1, 2, 3, 4].map((i) => {
      const average = many.reduce((total, row) => total + row[i]!, 0) / 1300
      return many.map((row) => row[i]! - average)
    })
    const products = (i: number, j: number): number =>
      columns[i]!.reduce((total, value, k) => total + value * columns[j]![k]!, 0) / 1299
    const covariance = dense(...[0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => products(i, j))))
    near(allocated(table(...many)).weights, Array.from(allocated(covariance).weights), 1e-14)
  })

  test('refuses what is infinite or misshapen', () => {
    assert.throws(() => hierarchicalRiskParity(table([0, Infinity]), { nan: 'complete' }), {
      code: 'not_finite',
      field: 'returns',
      index: 1,
      asset: 'asset 1',
    })
    assert.throws(() => hierarchicalRiskParity({ kind: 'returns', t: 2, n: 2, data: new Float64Array(3) }), { code: 'shape' })
    assert.throws(() => hierarchicalRiskParity(table([0, 0]), { assets: ['A'] }), { code: 'shape', field: 'assets' })
  })
})
