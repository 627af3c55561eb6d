import { firstAtOrAfter } from '@portofino/market'
import type { Day } from '@portofino/market'
import type { Trade } from '../result.ts'
import { formatVersion, tradeColumns } from './packed-series.ts'

/** So many numbers of a packed series, from a position on. */
export interface PackedSlice {
  at: number
  length: number
}

/** Where the trades lie in what `packedSeries` wrote, so that some are read without the rest, and the rest without them. */
export interface PackedTrades {
  total: number
  /** All that is no trade: enough for `unpackedSeries` without trades. */
  rest: PackedSlice
  /** The day of every trade, in order. */
  days: PackedSlice
  /** So many trades from a position on, a slice for each column; joined they are what `unpackedTrades` takes. */
  slicesOf: (first: number, count: number) => PackedSlice[]
}

/** How many numbers of a packed series tell where its trades lie. */
export const packedHeadLength = 7

/**
 * ```ts
 * const trades = packedTrades(Float64Array.of(1, 0, 0, 0, 0, 20, 0), 127)
 * assert.deepEqual(trades.days, { at: 7, length: 20 })
 * assert.deepEqual(trades.slicesOf(5, 2).map(({ at }) => at), [12, 32, 52, 72, 92, 112])
 * ```
 *
 * @param head the first `packedHeadLength` numbers
 * @param length of the whole
 * @throws RangeError when the numbers are none that `packedSeries` wrote
 */
export function packedTrades(head: Float64Array, length: number): PackedTrades {
  const [format, , , , , total = Number.NaN] = head
  const start = length - tradeColumns.length * total
  if (format !== formatVersion || !(total >= 0 && start >= packedHeadLength)) {
    throw new RangeError(`Cannot find the trades: the head must fit ${length} numbers, got ${head.join(', ')}`)
  }
  return {
    total,
    rest: { at: 0, length: start },
    days: { at: start, length: total },
    slicesOf: (first, count) => tradeColumns.map((_, column) => ({ at: start + column * total + first, length: count })),
  }
}

/**
 * Which trades are of the days from and to, both included.
 *
 * ```ts
 * const days = Float64Array.of(10, 10, 11, 14)
 * assert.deepEqual(tradesWithin(days, { from: 11, to: 13 }), { first: 2, count: 1 })
 * assert.deepEqual(tradesWithin(days, { from: 13, to: 11 }), { first: 3, count: 0 })
 * ```
 */
export function tradesWithin(days: Float64Array, { from, to }: { from: Day; to: Day }): { first: number; count: number } {
  const first = firstAtOrAfter(days, from)
  return { first, count: Math.max(firstAtOrAfter(days, to + 1) - first, 0) }
}

/**
 * Trades from their columns, one behind the other; of a part of them where that is said.
 *
 * ```ts
 * const columns = Float64Array.of(10, 11, 0, 1, 3, 4, 5, 6, 15, 24, 0, 0.5)
 * assert.deepEqual(unpackedTrades(columns, { first: 1, count: 1 }), [{ day: 11, leg: 1, units: 4, price: 6, value: 24, cost: 0.5 }])
 * ```
 */
export function unpackedTrades(columns: Float64Array, part?: { first: number; count: number }): Trade[] {
  const total = columns.length / tradeColumns.length
  const { first, count } = part ?? { first: 0, count: total }
  const [day, leg, units, price, value, cost] = tradeColumns.map((_, i) => columns.subarray(i * total, (i + 1) * total))
  return Array.from({ length: count }, (_, i) => {
    const at = first + i
    return { day: day![at]!, leg: leg![at]!, units: units![at]!, price: price![at]!, value: value![at]!, cost: cost![at]! }
  })
}
