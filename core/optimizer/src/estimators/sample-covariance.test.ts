import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Returns } from './returns.ts'
import { sampleCovariance } from './sample-covariance.ts'

const gap = Number.NaN

function tableOf(...rows: number[][]): Returns {
  return { kind: 'returns', t: rows.length, n: rows[0]!.length, data: Float64Array.from(rows.flat()) }
}

describe('sampleCovariance', () => {
  test('matches the value worked out by hand', () => {
    // Means ¼ and ½; deviations (¼, −½), (−¾, ½), (½, 0); exact in binary.
    const { covariance, rows } = sampleCovariance(tableOf([0.5, 0], [-0.5, 1], [0.75, 0.5]), { periodsPerYear: 4 })
    assert.deepEqual(covariance, { kind: 'dense', n: 2, data: Float64Array.of(1.75, -1, -1, 1) })
    assert.deepEqual(rows, Int32Array.of(3, 3, 3, 3))
  })

  test('pairwise takes means and count of the rows in common', () => {
    const table = tableOf([0.5, 0], [-0.5, 1], [0.75, gap], [gap, 8])
    const { covariance, rows } = sampleCovariance(table, { periodsPerYear: 1, nan: 'pairwise' })
    assert.equal(covariance.data[1], (0.5 * -0.5 + -0.5 * 0.5) / 1)
    assert.deepEqual(rows, Int32Array.of(3, 2, 2, 3))
  })

  test('pairwise refuses two assets that never meet', () => {
    const table = tableOf([1, gap], [2, gap], [gap, 1], [gap, 2])
    assert.throws(() => sampleCovariance(table, { periodsPerYear: 1, nan: 'pairwise' }), {
      code: 'missing_data',
      asset: 'asset 1',
    })
  })

  test('pairwise without gaps is the same, to the last bit', () => {
    const table = tableOf([0.01, 0.02], [-0.03, 0.01], [0.02, -0.05])
    assert.deepEqual(
      sampleCovariance(table, { periodsPerYear: 252, nan: 'pairwise' }),
      sampleCovariance(table, { periodsPerYear: 252 }),
    )
  })

  test('a return that never changes has exactly no variance', () => {
    const table = tableOf(...Array.from({ length: 49 }, (_, row) => [0.1, row / 100]))
    const { data } = sampleCovariance(table, { periodsPerYear: 252 }).covariance
    assert.deepEqual(data.slice(0, 3), new Float64Array(3))
  })
})
