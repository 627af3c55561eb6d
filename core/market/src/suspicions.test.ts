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
  test('see a dividend above the price before it, in shares of its day', () => {
    const special = { type: 'dividend', day: 1, amount: 101 } as const
    assert.deepEqual(found([100, 99], [special]), [['dividend', 1]])
    assert.deepEqual(found([100, 40], [{ ...special, amount: 60 }]), [])
    const split = { type: 'split', day: 1, ratio: 3 } as const
    assert.deepEqual(found([100, 1], [split, { ...special, amount: 34 }]), [['dividend', 1]])
  })
  test('do not take a rename for an explanation', () =>
    assert.deepEqual(found([100, 10], [{ type: 'rename', day: 1, symbol: 'NEW' }]), [['move', 1]]))
  test('see the eleventh equal close once', () => {
    assert.deepEqual(found(Array.from({ length: 30 }, () => 5)), [['stale', 10]])
    assert.deepEqual(found(Array.from({ length: 10 }, () => 5)), [])
  })
})
