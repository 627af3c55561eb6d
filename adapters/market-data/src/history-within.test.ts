import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PriceHistory } from '@portofino/market'
import fc from 'fast-check'
import { historyWithin } from './history-within.ts'

function historyOf(days: Int32Array): PriceHistory {
  const closes = Float64Array.from(days, (day) => 1000 + day)
  const raw = { days, open: closes, high: closes, low: closes, close: closes, volume: closes }
  const instrument = {
    symbol: 'ACME',
    name: 'Acme',
    market: 'XNYS',
    calendar: 'XNYS',
    currency: 'USD',
    returns: 'total' as const,
    first: null,
    last: null,
  }
  const actions = Array.from(days, (day) => ({ type: 'dividend' as const, day, amount: 1 }))
  return { instrument, adjusted: { days, closes }, raw, actions, source: 'test', asOf: '2020-01-01', version: 'v' }
}

describe('historyWithin', () => {
  test('keeps exactly the days of the range, in every column and in the events', () => {
    const sortedDays = fc.uniqueArray(fc.integer({ min: -50, max: 50 })).map((days) => Int32Array.from(days).toSorted())
    fc.assert(
      fc.property(sortedDays, fc.integer({ min: -60, max: 60 }), fc.nat({ max: 60 }), (days, from, length) => {
        const to = from + length
        const part = historyWithin(historyOf(days), { from, to })
        const expected = [...days].filter((day) => day >= from && day <= to)
        assert.deepEqual([...part.adjusted.days], expected)
        assert.deepEqual([...part.raw!.days], expected)
        assert.deepEqual(
          part.actions.map(({ day }) => day),
          expected,
        )
        const closes = expected.map((day) => 1000 + day)
        for (const column of [part.adjusted.closes, part.raw!.open, part.raw!.close, part.raw!.volume]) {
          assert.deepEqual([...column], closes)
        }
      }),
    )
  })

  test('keeps version, source and the absence of raw prices', () => {
    const part = historyWithin({ ...historyOf(Int32Array.of(1, 2)), raw: null }, { from: 5, to: 6 })
    assert.equal(part.raw, null)
    assert.equal(part.version, 'v')
    assert.equal(part.adjusted.days.length, 0)
  })
})
