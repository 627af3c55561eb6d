import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { thinned } from './thinned.ts'

test('a short line stays whole', () => {
  assert.deepEqual(thinned([3, 1, 2], 100), [0, 1, 2])
})

test('a long line keeps its ends, its lowest and its highest point, in order', () => {
  const lines = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 500, maxLength: 3000 })
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 60 }), (values, columns) => {
      const kept = thinned(values, columns)
      assert.ok(values.length <= 4 * columns || kept.length <= 4 * columns)
      assert.deepEqual(
        kept,
        kept.toSorted((a, b) => a - b),
      )
      assert.equal(new Set(kept).size, kept.length)
      assert.deepEqual([kept.at(0), kept.at(-1)], [0, values.length - 1])
      const drawn = kept.map((i) => values[i]!)
      assert.deepEqual([Math.min(...drawn), Math.max(...drawn)], [Math.min(...values), Math.max(...values)])
    }),
  )
})

test('a gap in a long line stays a gap', () => {
  const values = Array.from({ length: 1000 }, (_, i) => (i >= 400 && i < 600 ? null : i))
  assert.ok(thinned(values, 10).some((i) => values[i] === null))
})
