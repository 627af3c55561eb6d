import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { suspicions } from './suspicions.ts'

function found(closes: number[], actions: Parameters<typeof suspicions>[1] = []): [string, number][] {
  const days = Int32Array.from(closes, (_, i) => i)
  return suspicions({ days, closes: Float64Array.from(closes) }, actions).map(({ kind, day }) => [kind, day])
}

describe('suspicions', () => {
  test('see pence among pounds, both ways', () =>
    assert.deepEqual(found([1.5, 150, 1.5]), [
      ['jump', 1],
      ['jump', 2],
    ]))
  test('see a move above half without an event', () => assert.deepEqual(found([100, 151, 75.5]), [['move', 1]]))
  test('take a split for an explanation', () => assert.deepEqual(found([100, 25], [{ type: 'split', day: 1, ratio: 4 }]), []))
  test('see a price of zero, a negative one and one that is no number', () => {
    assert.deepEqual(found([1, 0, -1, Number.NaN]), [
      ['not-positive', 1],
      ['not-positive', 2],
      ['not-positive', 3],
    ])
  })
  test('see the eleventh equal close once', () => {
    assert.deepEqual(found(Array.from({ length: 30 }, () => 5)), [['stale', 10]])
    assert.deepEqual(found(Array.from({ length: 10 }, () => 5)), [])
  })
})
