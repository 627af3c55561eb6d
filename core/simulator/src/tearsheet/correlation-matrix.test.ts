import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { correlation } from '@portofino/metrics'
import type { SimulatedLeg } from '../simulated-run.ts'
import { correlationMatrix } from './correlation-matrix.ts'

function leg(symbol: string, closes: number[], listed = 0): SimulatedLeg {
  const market = { market: null, calendar: null, currency: 'USD', returns: 'total', first: null, last: null } as const
  const weights = new Float64Array(closes.length)
  return {
    instrument: { symbol, name: symbol, ...market },
    side: 'L',
    target: 1,
    listed,
    settlement: null,
    closes: Float64Array.from(closes),
    weights,
  }
}

const weights = new Float64Array(4)
const cash: SimulatedLeg = { instrument: null, side: 'L', target: 1, listed: 0, settlement: null, closes: null, weights }

describe('correlationMatrix', () => {
  // Returns of A: 0.5, -0.5, 1; of B, their opposite: -0.5, 0.5, -1 of other sizes chosen so that r_B = -r_A/2.
  const a = leg('A', [4, 6, 3, 6])
  const b = leg('B', [8, 6, 7.5, 3.75])

  test('holds legs with a price, then the benchmark, but no cash', () => {
    const index = Float64Array.of(1, 1.5, 0.75, 1.5)
    const benchmark = { label: '^B', instruments: [], settlement: null, index, drawdown: new Float64Array(4) }
    const { labels, values } = correlationMatrix({ legs: [a, cash, b], benchmark })
    assert.deepEqual(labels, ['A', 'B', '^B'])
    assert.equal(values[0]![0], 1)
    assert.ok(Math.abs(values[0]![1]! + 1) < 1e-12)
    assert.equal(values[1]![0], values[0]![1])
    assert.ok(Math.abs(values[2]![0]! - 1) < 1e-12)
  })

  test('is null for a price that does not move, with itself too', () => {
    const { values } = correlationMatrix({ legs: [a, leg('C', [5, 5, 5, 5])], benchmark: null })
    assert.deepEqual(values, [
      [1, null],
      [null, null],
    ])
  })

  test('leaves out the time before a late listing', () => {
    const late = leg('L', [9, 9, 4.5, 9], 1)
    const { values } = correlationMatrix({ legs: [a, late], benchmark: null })
    assert.ok(Math.abs(values[0]![1]! - 1) < 1e-12)
  })

  test('leaves out the time after a settlement, with the settlement itself', () => {
    const settlement = { session: 3, delisting: { type: 'delisting' as const, day: 2, return: -1 } }
    const gone = { ...leg('G', [8, 10, 7.5, 0]), settlement }
    const { values } = correlationMatrix({ legs: [a, gone, leg('L', [9, 9, 9, 4], 2)], benchmark: null })
    assert.ok(Math.abs(values[0]![1]! - 1) < 1e-12)
    assert.equal(values[1]![2], null)
  })

  test('is what the metric of that name gives for two columns', () => {
    const returns = [0.5, 1e-9, -0.5, 1e-9, 0.5, -0.5]
    const closes = [1]
    for (const each of returns) closes.push(closes.at(-1)! * (1 + each))
    const other = closes.map((close, i) => close * (i % 2 === 0 ? 1 : 1.001))
    const [x, y] = [closes, other].map((column) => column.slice(1).map((close, i) => close / column[i]! - 1)) as [
      number[],
      number[],
    ]
    const matrix = correlationMatrix({ legs: [leg('X', closes), leg('Y', other)], benchmark: null })
    assert.ok(Math.abs(matrix.values[0]![1]! - correlation([Float64Array.from(x), Float64Array.from(y)])!) < 1e-15)
  })
})
