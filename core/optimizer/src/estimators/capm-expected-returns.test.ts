import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { capmExpectedReturns } from './capm-expected-returns.ts'

const gap = Number.NaN
const market = Float64Array.of(0.5, -0.5, 0.25, 0.75)
const options = { riskFree: 0.125, annualization: 'arithmetic', periodsPerYear: 4 } as const

describe('capmExpectedReturns', () => {
  test('matches the value worked out by hand', () => {
    const data = market.map((value) => 0.5 * value + 1)
    const { betas, marketReturn, expectedReturns, rows } = capmExpectedReturns(
      { kind: 'returns', t: 4, n: 1, data },
      { ...options, market },
    )
    assert.deepEqual([betas[0], marketReturn, expectedReturns[0], rows[0]], [0.5, 1, 0.125 + 0.5 * 0.875, 4])
  })

  test('β of rows in common, variance of all rows of the market', () => {
    const data = Float64Array.of(0.5, -0.5, gap, gap)
    const { betas, rows } = capmExpectedReturns({ kind: 'returns', t: 4, n: 1, data }, { ...options, market, nan: 'pairwise' })
    // Covariance ½ of the two rows; the squares around the mean ¼ add up to 1/16 + 9/16 + 4/16.
    assert.equal(betas[0]!.toFixed(14), (0.5 / (14 / 16 / 3)).toFixed(14))
    assert.equal(rows[0], 2)
  })

  test('without a market, assets in common proportion have a β of their share in the mean', () => {
    const data = Float64Array.of(0.1, 0.3, -0.1, -0.3, 0.05, 0.15)
    const { betas } = capmExpectedReturns({ kind: 'returns', t: 3, n: 2, data }, options)
    assert.deepEqual(
      Array.from(betas, (beta) => beta.toFixed(14)),
      ['0.50000000000000', '1.50000000000000'],
    )
  })

  test('an asset may have any label, also the one that messages have for the market', () => {
    const returns = { kind: 'returns', t: 4, n: 1, data: Float64Array.of(1, 2, 3, 4) } as const
    const named = { ...returns, assets: ['the market'] }
    assert.deepEqual(capmExpectedReturns(named, { ...options, market }), capmExpectedReturns(returns, { ...options, market }))
    assert.throws(() => capmExpectedReturns(named, { ...options, market: market.with(1, gap) }), {
      field: 'returns',
      asset: 'the market given',
      code: 'missing_data',
    })
  })

  test('complete leaves out the rows that the market lacks', () => {
    const returns = { kind: 'returns', t: 4, n: 1, data: Float64Array.of(1, 2, 3, 4) } as const
    const { rows } = capmExpectedReturns(returns, { ...options, market: market.with(1, gap), nan: 'complete' })
    assert.deepEqual(rows, Int32Array.of(3))
  })

  test('refuses a gap in the market about which nothing is said, another length, and a market that does not vary', () => {
    const returns = { kind: 'returns', t: 4, n: 1, data: Float64Array.of(1, 2, 3, 4) } as const
    const refused = (refusedMarket: Float64Array, fault: object): void =>
      assert.throws(() => capmExpectedReturns(returns, { ...options, market: refusedMarket }), fault)
    refused(market.with(1, gap), { code: 'missing_data', asset: 'the market' })
    refused(market.subarray(1), { code: 'shape', field: 'market' })
    const gapped = { kind: 'returns', t: 4, n: 2, data: Float64Array.of(1, 2, 3, gap, 5, 6, 7, 8) } as const
    assert.throws(() => capmExpectedReturns(gapped, { ...options, market }), { code: 'missing_data', asset: 'asset 1', index: 3 })
    refused(new Float64Array(4).fill(0.1), { code: 'out_of_range', field: 'market' })
    assert.throws(() => capmExpectedReturns(returns, { ...options, riskFree: gap }), { field: 'riskFree' })
  })
})
