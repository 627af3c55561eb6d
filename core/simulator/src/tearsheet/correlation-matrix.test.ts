import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
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
    closes: Float64Array.from(closes),
    weights,
  }
}

const cash: SimulatedLeg = { instrument: null, side: 'L', target: 1, listed: 0, closes: null, weights: new Float64Array(4) }

describe('correlationMatrix', () => {
  // Returns of A: 0.5, -0.5, 1; of B, their opposite: -0.5, 0.5, -1 of other sizes chosen so that r_B = -r_A/2.
  const a = leg('A', [4, 6, 3, 6])
  const b = leg('B', [8, 6, 7.5, 3.75])

  test('holds legs with a price, then the benchmark, but no cash', () => {
    const index = Float64Array.of(1, 1.5, 0.75, 1.5)
    const benchmark = { label: '^B', instruments: [], index, drawdown: new Float64Array(4) }
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
})
