import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Settlement } from '../grid/settlement.ts'
import { openSessions } from './open-sessions.ts'

const column = (open: number[] | null, listed = 0, settlement: Settlement | null = null) => ({
  closes: new Float64Array(4),
  open: open && Uint8Array.from(open),
  listed,
  carried: 0,
  gapFrom: null,
  settlement,
})

describe('openSessions', () => {
  test('are those on which every market is open', () => {
    assert.deepEqual(openSessions([column([1, 0, 1, 1]), column(null), column([1, 1, 1, 0])], 4), Uint8Array.of(1, 0, 1, 0))
  })

  test('do not ask for the market of what is not listed yet', () => {
    assert.deepEqual(openSessions([column([0, 0, 0, 1], 2)], 4), Uint8Array.of(1, 1, 0, 1))
  })

  test('do not ask for the market of what was settled', () => {
    const settlement = { session: 2, delisting: { type: 'delisting' as const, day: 1, return: 0 } }
    assert.deepEqual(openSessions([column([1, 0, 0, 0], 0, settlement)], 4), Uint8Array.of(1, 0, 1, 1))
  })

  test('are all when no market ever closes', () => {
    assert.equal(openSessions([column(null)], 4), null)
  })
})
