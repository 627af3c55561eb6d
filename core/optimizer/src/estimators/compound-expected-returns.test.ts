import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compoundExpectedReturns } from './compound-expected-returns.ts'

describe('compoundExpectedReturns', () => {
  test('raises the growth of each asset to periods per year over its own rows', () => {
    const data = Float64Array.of(1, 0.5, 0.125, Number.NaN)
    const { expectedReturns, rows } = compoundExpectedReturns(
      { kind: 'returns', t: 2, n: 2, data },
      { periodsPerYear: 1, nan: 'pairwise' },
    )
    assert.deepEqual(expectedReturns, Float64Array.of(0.5, 0.5))
    assert.deepEqual(rows, Int32Array.of(2, 1))
  })

  test('refuses a return below −1, naming the asset', () => {
    const returns = { kind: 'returns', t: 1, n: 2, data: Float64Array.of(0, -2), assets: ['A', 'B'] } as const
    assert.throws(() => compoundExpectedReturns(returns, { periodsPerYear: 1 }), { code: 'out_of_range', asset: 'B' })
  })
})
