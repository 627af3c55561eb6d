import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ewmaWeights } from './ewma-weights.ts'

describe('ewmaWeights', () => {
  test('halve with each row for a span of 3, rows left out included', () => {
    assert.deepEqual(ewmaWeights(3, Int32Array.of(4, 1, 0)), Float64Array.of(1 / 16, 1 / 2, 1))
  })

  test('with a span of 1 only the last row counts', () => {
    assert.deepEqual(ewmaWeights(1, Int32Array.of(2, 1, 0)), Float64Array.of(0, 0, 1))
  })

  test('refuses a span below 1', () => {
    for (const span of [0.5, 0, Number.NaN, Infinity]) {
      assert.throws(() => ewmaWeights(span, Int32Array.of(0)), { code: 'out_of_range', field: 'span' })
    }
  })
})
