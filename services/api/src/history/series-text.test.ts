import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packedHeadLength, packedSeries, packedTrades, seriesDocument, tradeDocument } from '@portofino/simulator'
import { seriesText } from './series-text.ts'
import type { StoredColumns } from './stored-columns.ts'

const sessions = 5000
const days = Int32Array.from({ length: sessions }, (_, t) => 10_000 + t)
const wave = Float64Array.from(days, (_, t) => Math.sin(t))
const levels = { value: wave, index: wave, returns: wave.slice(1), drawdown: wave, cash: wave, gross: wave, net: wave }
const series = { days, ...levels, weights: [wave, wave], benchmark: null, benchmarkDrawdown: null }
const figures = Array.from(wave, (value, t) => (t % 5 === 0 ? null : value))
const rolling = [{ months: 6 as const, sessions: 126, sharpe: figures, volatility: figures, beta: null }]
const trades = Array.from(days).flatMap((day, t) =>
  [0, 1, 2, 3].map((leg) => ({ day, leg, units: t + 0.1, price: 0.1, value: t, cost: -0 })),
)
const packed = packedSeries({ series, rolling, trades })
const stored: StoredColumns = {
  trades: packedTrades(packed.subarray(0, packedHeadLength), packed.length),
  read: async (slices) => Float64Array.from(slices.flatMap(({ at, length }) => Array.from(packed.subarray(at, at + length)))),
}

test('is the JSON of the documents', async () => {
  const document = JSON.parse(JSON.stringify(seriesDocument(series, rolling)))
  const whole = { ...document, trades: trades.map(tradeDocument) }
  assert.deepEqual(JSON.parse(await seriesText(stored, true)), whole)
  assert.deepEqual(JSON.parse(await seriesText(stored, false)), { ...document, trades: [] })
})

test('lets others have their turn while it is written', async () => {
  let turns = 0
  const count = (): void => {
    turns++
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  const text = await seriesText(stored, true)
  clearImmediate(next)
  assert.ok(text.length > 1_000_000 && turns > 1, `${turns} turns in ${text.length} characters`)
})
