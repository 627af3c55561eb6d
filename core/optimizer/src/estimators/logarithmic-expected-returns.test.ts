import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { logarithmicExpectedReturns } from './logarithmic-expected-returns.ts'

function expected(values: number[], periodsPerYear: number): number {
  const returns = { kind: 'returns', t: values.length, n: 1, data: Float64Array.from(values) } as const
  return logarithmicExpectedReturns(returns, { periodsPerYear }).expectedReturns[0]!
}

describe('logarithmicExpectedReturns', () => {
  test('is the logarithm of growth per year', () => {
    assert.equal(expected([1, 0.5, 1 / 3], 3).toFixed(14), Math.log(4).toFixed(14))
  })

  test('keeps returns that are small against one', () => {
    // ln(1 + x) = x − x²/2 + x³/3 − …
    assert.ok(Math.abs(expected([1e-9, 1e-9], 1) / (1e-9 - 5e-19) - 1) < 1e-15)
  })

  test('refuses a total loss, naming the asset', () => {
    assert.throws(() => expected([0.5, -1], 12), { code: 'out_of_range', asset: 'asset 0' })
  })
})
