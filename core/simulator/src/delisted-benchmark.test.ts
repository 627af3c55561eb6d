import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { resultDocument } from './document.ts'
import { inventedResult } from './invented-result.ts'
import { near } from './near.ts'

const from = '2020-01-30'
const period = '2020-01-30 2020-02-02'
const a = { from, daily: [100, 110] }
const b = { from, daily: [50, 50, 60, 60] }
const halved = { A: { ...a, delisting: { on: '2020-01-31', return: -0.5 } }, B: b }
const notedOnce = ['W213 A stopped trading on 2020-01-31 (dead=cash)']

describe('a delisted benchmark', () => {
  test('is paid out like a leg and stands still from there on; the run goes on', () => {
    const command = `B-L-100% ${period} bench=A`
    const { series, notes, policies } = inventedResult(command, halved)
    near(series.value, [100_000, 100_000, 120_000, 120_000])
    near(series.benchmark!, [1, 1.1, 0.55, 0.55])
    assert.deepEqual(
      notes.map(({ code, message, span }) => [`${code} ${message}`, command.slice(span.start, span.end)]),
      [[notedOnce[0], 'A']],
    )
    assert.equal(
      policies.find(({ id }) => id === 'dead')!.meaning,
      'No leg left its market. A of the benchmark stopped trading on 2020-01-31; a session later it became cash, 50% below the last close.',
    )
  })

  test('that is a leg too leaves the portfolio its loss, and is noted once', () => {
    for (const option of ['bench=A', 'rf=A', 'bench=(A-L-50% B-L-50%)']) {
      const { series, notes } = inventedResult(`A-L-50% B-L-50% ${period} ${option}`, halved)
      near(series.value, [100_000, 105_000, 87_500, 87_500])
      assert.deepEqual(
        notes.map(({ code, message }) => `${code} ${message}`),
        notedOnce,
      )
    }
  })

  test('in a basket becomes cash of the basket', () => {
    const { series } = inventedResult(`B-L-100% ${period} bench=(A-L-50% B-L-50%)`, halved)
    near(series.benchmark!, [1, 1.05, 0.875, 0.875])
  })

  test('that pays nothing falls to zero, and every number of the result is still defined', () => {
    const lost = { A: { ...a, delisting: { on: '2020-01-31', return: -1 } }, B: b }
    for (const bench of ['A', '(A-L-100%)']) {
      const result = inventedResult(`B-L-100% ${period} bench=${bench}`, lost)
      near(result.series.benchmark!, [1, 1.1, 0, 0])
      near(result.series.benchmarkDrawdown!, [0, 0, -1, -1])
      assert.equal(result.benchmark!.metrics.values.total_return, -1)
      assert.doesNotThrow(() => resultDocument(result, { series: true }))
    }
  })

  test('is correlated with others only until its last close', () => {
    const moving = {
      A: { from, daily: [100, 110, 99], delisting: { on: '2020-02-01', return: -1 } },
      B: { from, daily: [10, 12, 9, 11, 10] },
    }
    const { tearsheet } = inventedResult('B-L-100% 2020-01-30 2020-02-03 bench=A', moving)
    near([tearsheet.correlation.values[0]![1]!], [1])
  })
})
