import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { accurateMean } from './accurate-mean.ts'
import { accurateMeans } from './accurate-means.ts'
import { columns } from './columns.ts'

describe('accurateMeans', () => {
  test('are those of each column, to the last bit, for every remainder of pairs and blocks', () => {
    const shape = fc.record({ t: fc.constantFrom(1, 2, 63, 64, 65, 200), n: fc.integer({ min: 1, max: 7 }) })
    fc.assert(
      fc.property(shape, fc.double({ min: -1, max: 1, noNaN: true }), ({ t, n }, shift) => {
        const table = { t, n, data: Float64Array.from({ length: t * n }, (_, at) => shift + Math.sqrt((at * 7919) % 101) / 3) }
        assert.deepEqual(accurateMeans(table), Float64Array.from(columns(table), accurateMean))
      }),
    )
  })
})
