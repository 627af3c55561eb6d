import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ewmaCovariance } from './ewma-covariance.ts'
import type { Returns } from './returns.ts'

const gap = Number.NaN
// With a span of 3 the weights are ¼, ½ and 1.
const span = 3

function tableOf(...rows: number[][]): Returns {
  return { kind: 'returns', t: rows.length, n: rows[0]!.length, data: Float64Array.from(rows.flat()) }
}

describe('ewmaCovariance', () => {
  const table = tableOf([1, -1], [0, 3], [2, 4])

  test('deviates from the mean, the weighted mean, or zero', () => {
    const [sample, ewma, zero] = (['sample', 'ewma', 'zero'] as const).map(
      (center) => ewmaCovariance(table, { span, center, periodsPerYear: 1 }).covariance.data[1]!,
    )
    // Means 1 and 2, weighted means 9/7 and 3; sums of weights and products by hand.
    assert.equal(sample!.toFixed(14), ((0 + 0.5 * -1 + 1 * 2) / 1.75).toFixed(14))
    assert.equal(ewma!.toFixed(14), (((0.25 * -2 * -4) / 7 + 0 + (1 * 5 * 1) / 7) / 1.75).toFixed(14))
    assert.equal(zero!.toFixed(14), ((0.25 * -1 + 0 + 8) / 1.75).toFixed(14))
  })

  test('normalizes by the weights of the rows in common', () => {
    const { covariance, rows } = ewmaCovariance(tableOf([1, -1], [0, 3], [2, gap]), {
      span,
      center: 'zero',
      periodsPerYear: 1,
      nan: 'pairwise',
    })
    assert.equal(covariance.data[1]!.toFixed(14), (-0.25 / 0.75).toFixed(14))
    assert.deepEqual(rows, Int32Array.of(3, 2, 2, 2))
  })

  test('refuses a center it does not know, and what is all too old', () => {
    const center = 'median' as 'zero'
    assert.throws(() => ewmaCovariance(table, { span, center, periodsPerYear: 1 }), { field: 'center' })
    const old = tableOf([1, 1], [2, 2], [3, gap])
    assert.throws(() => ewmaCovariance(old, { span: 1, periodsPerYear: 1, nan: 'complete' }), { code: 'missing_data' })
    assert.throws(() => ewmaCovariance(old, { span: 1, periodsPerYear: 1, nan: 'pairwise' }), { code: 'missing_data' })
  })
})
