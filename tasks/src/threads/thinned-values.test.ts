import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '@portofino/market'
import { thinnedValues } from './thinned-values.ts'

function valuesOf(sessions: number): [string, number][] {
  const days = Int32Array.from({ length: sessions }, (_, k) => k)
  const value = Float64Array.from({ length: sessions }, (_, k) => 0.1 * k)
  return Object.entries(JSON.parse(thinnedValues({ days, value })))
}

test('all values of a short run stay, to the last bit', () => {
  const expected = Array.from({ length: 2000 }, (_, k) => [isoDate(k), 0.1 * k])
  assert.deepEqual(valuesOf(2000), expected)
  assert.deepEqual(valuesOf(0), [])
})

test('of a long run 2,000 stay, the first and the last among them', () => {
  const values = valuesOf(8300)
  assert.deepEqual([values.length, values[0], values.at(-1)], [2000, [isoDate(0), 0], [isoDate(8299), 0.1 * 8299]])
})

test('a negative zero is a zero', () => {
  assert.equal(thinnedValues({ days: Int32Array.of(0), value: Float64Array.of(-0) }), '{"1970-01-01":0}')
})
