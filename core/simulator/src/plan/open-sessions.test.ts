import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openSessions } from './open-sessions.ts'

const column = (open: number[] | null, listed = 0) => ({
  closes: new Float64Array(4),
  open: open && Uint8Array.from(open),
  listed,
  carried: 0,
  gapFrom: null,
})

describe('openSessions', () => {
  test('are those on which every market is open', () => {
    assert.deepEqual(openSessions([column([1, 0, 1, 1]), column(null), column([1, 1, 1, 0])], 4), Uint8Array.of(1, 0, 1, 0))
  })

  test('do not ask for the market of what is not listed yet', () => {
    assert.deepEqual(openSessions([column([0, 0, 0, 1], 2)], 4), Uint8Array.of(1, 1, 0, 1))
  })

  test('are all when no market ever closes', () => {
    assert.equal(openSessions([column(null)], 4), null)
  })
})
