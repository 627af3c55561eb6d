import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RunResult, RunSeries } from '../../../api/queries.ts'
import { fileName, seriesCsv } from './run-files.ts'

const series = {
  dates: ['2020-01-02', '2020-01-03', '2020-01-06'],
  value: [100_000, 98_891.462_098_843_45, 99_000],
  index: [1, 0.988_914_620_988_434_5, 0.99],
  returns: [-0.011_085_379_011_565_477, 0.001],
  drawdown: [0, -0.011_085_379_011_565_477, -0.01],
  cash: [0, 0, 0],
  gross: [1, 1, 1],
  net: [1, 1, 1],
  weights: [[1, 1, 1]],
  benchmark: null,
  benchmark_drawdown: null,
} as unknown as RunSeries
const legs = [{ symbol: 'AAPL', side: 'L' }] as RunResult['legs']

test('columns keep every digit; the first session has no return', () => {
  const lines = seriesCsv(series, legs, { fromIndex: 0, toIndex: 1 }).split('\r\n')
  assert.deepEqual(lines, [
    'date,value,index,return,drawdown,cash,gross,net,weight_AAPL',
    '2020-01-02,100000,1,,0,0,1,1,1',
    '2020-01-03,98891.46209884345,0.9889146209884345,-0.011085379011565477,-0.011085379011565477,0,1,1,1',
    '',
  ])
})

test('a benchmark has its columns', () => {
  const compared = { ...series, benchmark: [1, 1.01, 1.02], benchmark_drawdown: [0, 0, 0] }
  assert.match(
    seriesCsv(compared, legs, { fromIndex: 2, toIndex: 2 }),
    /benchmark,benchmark_drawdown\r\n2020-01-06,.*,1\.02,0\r\n$/,
  )
})

test('names say which run, which table and which days', () => {
  const period = { from: '2020-01-02', to: '2022-12-28' }
  assert.equal(fileName({ id: 17 }, period, { ending: 'csv' }), 'portofino-17-2020-01-02-2022-12-28.csv')
  assert.equal(fileName({ id: 17 }, period, { ending: 'csv', table: 'months' }), 'portofino-17-months-2020-01-02-2022-12-28.csv')
})
