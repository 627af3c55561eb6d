import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { jamesSteinExpectedReturns } from './james-stein-expected-returns.ts'
import type { Returns } from './returns.ts'

function tableOf(...rows: number[][]): Returns {
  return {
    kind: 'returns',
    t: rows.length,
    n: rows[0]!.length,
    data: Float64Array.from(rows.flat()),
    assets: ['A', 'B', 'C'].slice(0, rows[0]!.length),
  }
}

describe('jamesSteinExpectedReturns', () => {
  // Means 1, 2 and 6 with unrelated deviations of ±d: S = diag(4/3·d²) over four rows.
  const [d, e] = [3, 4]
  const table = tableOf([1 + d, 2 + d, 6 + e], [1 + d, 2 - d, 6 - e], [1 - d, 2 + d, 6 - e], [1 - d, 2 - d, 6 + e])

  test('matches the value worked out by hand', () => {
    const spread = (4 / 12 + 1 / 12 + (9 * 3) / 64) * 1
    const intensity = 1 / (4 * spread)
    const actual = jamesSteinExpectedReturns(table, { periodsPerYear: 2 })
    assert.equal(actual.intensity.toFixed(14), intensity.toFixed(14))
    const byHand = [1, 2, 6].map((mean) => (2 * ((1 - intensity) * mean + intensity * 3)).toFixed(13))
    assert.deepEqual(
      Array.from(actual.expectedReturns, (value) => value.toFixed(13)),
      byHand,
    )
    assert.deepEqual(actual.rows, Int32Array.of(4, 4, 4))
  })

  test('leaves fewer than three assets alone', () => {
    assert.equal(jamesSteinExpectedReturns(tableOf([1], [2]), { periodsPerYear: 1 }).intensity, 0)
  })

  test('draws all the way where means are equal', () => {
    const equal = tableOf([d, d, e], [d, -d, -e], [-d, d, -e], [-d, -d, e])
    assert.equal(jamesSteinExpectedReturns(equal, { periodsPerYear: 1 }).intensity, 1)
  })

  test('refuses too few rows, a duplicated asset and one that does not vary', () => {
    assert.throws(() => jamesSteinExpectedReturns(tableOf([1, 2], [2, 1]), { periodsPerYear: 1 }), { code: 'empty' })
    const duplicated = tableOf([1, 2, 2], [2, 1, 1], [5, 3, 3], [0, 7, 7])
    assert.throws(() => jamesSteinExpectedReturns(duplicated, { periodsPerYear: 1 }), { code: 'singular', asset: 'C' })
    const flat = tableOf([1, 0.1], [2, 0.1], [5, 0.1])
    assert.throws(() => jamesSteinExpectedReturns(flat, { periodsPerYear: 1 }), { code: 'singular', asset: 'B' })
  })
})
