import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OptimizerInputError } from '../input-error.ts'
import type { Prices } from './returns-from-prices.ts'
import { returnsFromPrices } from './returns-from-prices.ts'
import type { Returns } from './returns.ts'
import { sampleCovariance } from './sample-covariance.ts'

const prices: Prices = { kind: 'prices', t: 3, n: 2, data: Float64Array.of(100, 8, 150, 4, 75, 4), assets: ['A', 'B'] }

describe('returnsFromPrices', () => {
  test('matches the values worked out by hand', () => {
    assert.deepEqual(returnsFromPrices(prices), {
      kind: 'returns',
      t: 2,
      n: 2,
      data: Float64Array.of(0.5, -0.5, -0.5, 0),
      assets: ['A', 'B'],
    })
  })

  test('a missing price never becomes a zero return', () => {
    const data = Float64Array.of(100, Number.NaN, 100, 100)
    assert.deepEqual(returnsFromPrices({ kind: 'prices', t: 4, n: 1, data }).data, Float64Array.of(Number.NaN, Number.NaN, 0))
  })

  test('of one row are none', () => {
    assert.deepEqual(returnsFromPrices({ kind: 'prices', t: 1, n: 1, data: Float64Array.of(5) }).data, new Float64Array(0))
  })

  test('refuses a price that is zero, negative or infinite, naming asset and place', () => {
    for (const [price, code] of [
      [0, 'out_of_range'],
      [-1, 'out_of_range'],
      [Infinity, 'not_finite'],
    ] as const) {
      const data = prices.data.with(3, price)
      assert.throws(() => returnsFromPrices({ ...prices, data }), { name: 'OptimizerInputError', code, index: 3, asset: 'B' })
    }
  })

  test('refuses a wrong shape and no rows', () => {
    assert.throws(() => returnsFromPrices({ ...prices, t: 2 }), { code: 'shape' })
    assert.throws(() => returnsFromPrices({ kind: 'prices', t: 0, n: 2, data: new Float64Array(0) }), { code: 'empty' })
  })
})

describe('covariance computed from returns of returns', () => {
  const returns: Returns = returnsFromPrices(prices)

  test('returns do not pass for prices, by type', () => {
    // @ts-expect-error: returns are not prices
    assert.throws(() => returnsFromPrices(returns), OptimizerInputError)
  })

  test('nor by value, when they are called prices', () => {
    assert.throws(() => returnsFromPrices({ ...returns, kind: 'prices' }), { code: 'out_of_range', asset: 'B' })
  })

  test('prices do not pass for returns', () => {
    // @ts-expect-error: prices are not returns
    assert.throws(() => sampleCovariance(prices, { periodsPerYear: 252 }), { code: 'shape', message: /returnsFromPrices/ })
  })
})
