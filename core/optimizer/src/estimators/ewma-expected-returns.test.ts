import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ewmaExpectedReturns } from './ewma-expected-returns.ts'

describe('ewmaExpectedReturns', () => {
  // With a span of 3 the weights are ¼, ½ and 1.
  const data = Float64Array.of(0.5, 0.25, 0.25, Number.NaN, 0.5, 0.5)
  const returns = { kind: 'returns', t: 3, n: 2, data, assets: ['A', 'B'] } as const

  test('weighs the rows that are present by their age', () => {
    const options = { span: 3, periodsPerYear: 2, nan: 'pairwise' } as const
    const arithmetic = ewmaExpectedReturns(returns, { ...options, annualization: 'arithmetic' })
    const [a, b] = [(0.125 + 0.125 + 0.5) / 1.75, (0.0625 + 0.5) / 1.25]
    assert.deepEqual(arithmetic, { expectedReturns: Float64Array.of(2 * a, 2 * b), rows: Int32Array.of(3, 2) })
    const compound = ewmaExpectedReturns(returns, { ...options, annualization: 'compound' })
    assert.equal(compound.expectedReturns[1]!.toFixed(14), ((1 + b) ** 2 - 1).toFixed(14))
  })

  test('names the asset whose returns are all too old', () => {
    const old = { ...returns, data: Float64Array.of(0.5, 0.25, 0.25, 0.25, 0.5, Number.NaN) }
    assert.throws(() => ewmaExpectedReturns(old, { span: 1, annualization: 'compound', periodsPerYear: 2, nan: 'pairwise' }), {
      code: 'missing_data',
      asset: 'B',
    })
  })
})
