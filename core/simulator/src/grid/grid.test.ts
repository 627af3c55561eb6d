import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sessionGrid } from './grid.ts'

describe('sessionGrid', () => {
  test('is every day for cash alone', () => {
    const grid = sessionGrid([], { from: 10, to: 13 })
    assert.deepEqual(grid, { days: Int32Array.of(10, 11, 12, 13), kind: 'everyday', periodsPerYear: 365 })
  })

  test('is the part of the markets within the range', () => {
    const leg = (days: typeof market) => ({ market: days, delisting: null })
    const market = { sessions: Int32Array.of(8, 10, 11, 14, 15), tradesEveryDay: false, knownFrom: 0 }
    const other = { ...market, sessions: Int32Array.of(9, 11, 12, 14, 16) }
    assert.deepEqual([...sessionGrid([leg(market), leg(other)], { from: 9, to: 15 }).days], [9, 10, 11, 12, 14, 15])
  })
})
