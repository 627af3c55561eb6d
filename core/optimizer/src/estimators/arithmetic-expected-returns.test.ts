import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { arithmeticExpectedReturns } from './arithmetic-expected-returns.ts'

describe('arithmeticExpectedReturns', () => {
  const data = Float64Array.of(0.5, 0.25, 1, Number.NaN)
  const returns = { kind: 'returns', t: 2, n: 2, data } as const

  test('takes the rows of each asset', () => {
    assert.deepEqual(arithmeticExpectedReturns(returns, { periodsPerYear: 4, nan: 'pairwise' }), {
      expectedReturns: Float64Array.of(3, 1),
      rows: Int32Array.of(2, 1),
    })
  })

  test('or the rows that all have', () => {
    assert.deepEqual(arithmeticExpectedReturns(returns, { periodsPerYear: 4, nan: 'complete' }), {
      expectedReturns: Float64Array.of(2, 1),
      rows: Int32Array.of(1, 1),
    })
  })
})
