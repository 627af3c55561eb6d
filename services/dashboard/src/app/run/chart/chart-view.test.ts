import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RunSeries } from '../../../api/queries.ts'
import { price, signedPercentLevel } from '../../../format.ts'
import { levelDecimals } from '../../../ui/chart/value-axis.ts'
import { capitalOf, chartContent, chartSummary, readingAt, readingInWords } from './chart-view.ts'
import { runRange } from '../period/run-range.ts'

const series = {
  dates: ['2020-01-02', '2020-01-03', '2020-01-06', '2020-01-07'],
  value: [100_000, 110_000, 99_000, 0],
  benchmark: [1, 1.02, 1.01, 1.05],
  drawdown: [0, 0, -0.1, -1],
  benchmark_drawdown: [0, 0, -0.0098, 0],
} as unknown as RunSeries
const plain = { unit: 'value', isLog: false, hasBenchmark: true, hasDrawdown: true } as const
const whole = { fromIndex: 0, currency: 'USD', money: price }

test('in money, the benchmark begins with the same capital', () => {
  const content = chartContent(series, plain, { ...whole, fromIndex: 1 })
  assert.deepEqual(
    content.columns.benchmark?.map((value) => Math.round(value!)),
    [100_000, 102_000, 101_000, 105_000],
  )
  assert.equal(content.start, 100_000)
  assert.equal(content.level(150_000, 0), '$150,000')
})

test('in percent and indexed, both begin where the part begins', () => {
  const content = chartContent(series, { ...plain, unit: 'percent' }, { ...whole, fromIndex: 1 })
  assert.equal(content.exact(content.columns.value[2]!), '−10.00%')
  assert.equal(content.exact(content.columns.benchmark![1]!), '0.00%')
  const indexed = chartContent(series, { ...plain, unit: 'indexed' }, { ...whole, fromIndex: 1 })
  assert.equal(indexed.exact(indexed.columns.value[2]!), '90.00')
})

test('levels that are near each other are told apart', () => {
  const levels = [1, 1.005, 1.01]
  const written = (unit: 'percent' | 'indexed') =>
    levels.map((level) => chartContent(series, { ...plain, unit }, whole).level(level, levelDecimals(levels)))
  assert.deepEqual(written('percent'), ['0.0%', '+0.5%', '+1.0%'])
  assert.deepEqual(written('indexed'), ['100.0', '100.5', '101.0'])
  assert.equal(signedPercentLevel(-0.015, levelDecimals([-0.02, -0.015])), '−1.5%')
})

test('a logarithmic scale leaves out what it cannot show', () => {
  assert.deepEqual(chartContent(series, { ...plain, isLog: true }, whole).columns.value, [100_000, 110_000, 99_000, null])
})

test('a benchmark that is off is not read either', () => {
  const content = chartContent(series, { ...plain, hasBenchmark: false }, whole)
  assert.equal(content.columns.benchmark, null)
  assert.equal(content.columns.benchmarkDrawdown, null)
  assert.equal(readingInWords(readingAt(content, 2), 'S&P 500'), '6\u00A0Jan\u00A02020: portfolio $99,000, drawdown −10.00%')
})

test('a sentence says what is to be seen', () => {
  const content = chartContent(series, plain, whole)
  const text = chartSummary(content, runRange(series.dates, '2020-01-02..2020-01-06'), 'S&P 500').replaceAll('\u00A0', ' ')
  assert.equal(
    text,
    'From 2 Jan 2020 to 6 Jan 2020 the portfolio went from $100,000 to $99,000, S&P 500 at $101,000. It stood lowest below the high of the whole run on 6 Jan 2020, −10.00%.',
  )
})

test('of the whole run, the last high needs no word on whose it is', () => {
  const text = chartSummary(chartContent(series, plain, whole), runRange(series.dates, undefined), 'S&P 500')
  assert.match(text, /lowest below its last high on 7\u00A0Jan/)
})

test('capital and currency are policies of the run', () => {
  const policies = [
    { id: 'capital', value: '5000', meaning: '', is_default: false },
    { id: 'ccy', value: 'EUR', meaning: '', is_default: false },
  ]
  assert.deepEqual(capitalOf({ policies }), { currency: 'EUR', capital: 5000 })
})
