import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { resultDocument } from '../document.ts'
import { inventedRequest } from '../invented-request.ts'
import type { SimulationResult } from '../result.ts'
import { simulate } from '../simulate.ts'
import { packedSeries } from './packed-series.ts'
import { seriesParts, seriesPartsDocument } from './series-parts.ts'
import { unpackedSeries } from './unpacked-series.ts'

const days = 500
const wave = (period: number): number[] => Array.from({ length: days }, (_, t) => 100 + 10 * Math.sin(t / period))
const prices = {
  'BTC-USD': { from: '2020-01-01', daily: wave(7) },
  '^I': { from: '2020-01-01', daily: wave(31), returns: 'price' as const },
}

function resultOf(command: string): SimulationResult {
  const outcome = simulate(inventedRequest(command, prices))
  assert.ok(outcome.status === 'ok' || outcome.status === 'ruined', JSON.stringify(outcome))
  return outcome.result
}

describe('unpackedSeries', () => {
  const commands = {
    'one leg': 'BTC-USD-L-100% 2020-01-01 2020-03-01',
    'rolling windows, trades and a benchmark': 'BTC-USD-L-60% $CASH-L-40% 2020-01-01 2021-05-01 rebalance=weekly bench=^I',
    'rolling windows without a benchmark': 'BTC-USD-S-50% $CASH-L-50% 2020-01-01 2021-05-01',
  }
  for (const [name, command] of Object.entries(commands)) {
    test(`gives back the series of a document to the last bit: ${name}`, () => {
      const result = resultOf(command)
      const stored = unpackedSeries(Float64Array.from(packedSeries(seriesParts(result))))
      const again = { ...resultDocument(result, { series: false }), ...seriesPartsDocument(stored) }
      assert.equal(JSON.stringify(again), JSON.stringify(resultDocument(result, { series: true })))
    })
  }

  test('refuses numbers that it did not write', () => {
    const packed = packedSeries(seriesParts(resultOf(commands['one leg'])))
    assert.throws(() => unpackedSeries(packed.subarray(0, -1)), RangeError)
    assert.throws(() => unpackedSeries(packed.with(0, 99)), /format must be 1, got 99/)
    assert.throws(() => unpackedSeries(new Float64Array(3)), RangeError)
    assert.throws(() => unpackedSeries(packed.with(1, Number.NaN)), RangeError)
  })
})
