import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inventedRequest } from '../invented-request.ts'
import { simulate } from '../simulate.ts'
import { packedSeries } from './packed-series.ts'
import { packedHeadLength, packedTrades, tradesWithin, unpackedTrades } from './packed-trades.ts'
import { seriesParts } from './series-parts.ts'
import { unpackedSeries } from './unpacked-series.ts'

const daily = Array.from({ length: 200 }, (_, t) => 100 + 10 * Math.sin(t / 7))
const command = 'BTC-USD-L-60% $CASH-L-40% 2020-01-01 2020-06-01 rebalance=weekly'
const outcome = simulate(inventedRequest(command, { 'BTC-USD': { from: '2020-01-01', daily } }))
assert.ok(outcome.status === 'ok')
const parts = seriesParts(outcome.result)
const packed = packedSeries(parts)
const where = packedTrades(packed.subarray(0, packedHeadLength), packed.length)
const read = (slices: readonly { at: number; length: number }[]): Float64Array =>
  Float64Array.from(slices.flatMap(({ at, length }) => Array.from(packed.subarray(at, at + length))))

describe('packedTrades', () => {
  test('finds any trades without the others', () => {
    const { trades } = parts
    assert.ok(trades.length > 10)
    assert.equal(where.total, trades.length)
    const pair = fc.tuple(fc.nat(trades.length), fc.nat(trades.length))
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [first, end] = [Math.min(a, b), Math.max(a, b)]
        assert.deepEqual(unpackedTrades(read(where.slicesOf(first, end - first))), trades.slice(first, end))
        assert.deepEqual(
          unpackedTrades(read(where.slicesOf(0, trades.length)), { first, count: end - first }),
          trades.slice(first, end),
        )
      }),
    )
  })

  test('finds the rest without the trades', () => {
    const without = { ...unpackedSeries(packed), trades: [] }
    assert.deepEqual(unpackedSeries(read([where.rest]), { trades: false }), without)
    assert.deepEqual(unpackedSeries(packed, { trades: false }), without)
    assert.throws(() => unpackedSeries(read([where.rest])), RangeError)
  })

  test('refuses a head that is none', () => {
    const head = packed.slice(0, packedHeadLength)
    for (const wrong of [head.with(0, 99), head.with(5, -1), head.with(5, Number.NaN), head.with(5, 1e6), head.subarray(0, 3)])
      assert.throws(() => packedTrades(wrong, packed.length), /Cannot find the trades/)
  })
})

test('tradesWithin takes the days that a filter takes', () => {
  const days = Array.from(read([where.days]))
  const day = fc.integer({ min: days[0]! - 3, max: days.at(-1)! + 3 })
  fc.assert(
    fc.property(day, day, (from, to) => {
      const { first, count } = tradesWithin(Float64Array.from(days), { from, to })
      assert.deepEqual(
        days.slice(first, first + count),
        days.filter((each) => each >= from && each <= to),
      )
    }),
  )
})
