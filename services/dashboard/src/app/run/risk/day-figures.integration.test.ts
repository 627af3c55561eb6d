import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFigures } from './day-figures.ts'
import { rangeTearsheet } from '../period/range-tearsheet.ts'
import { sampleRun } from '../sample-run.ts'

test('figures of the whole run are its metrics, to the last bit', async () => {
  const run = await sampleRun('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC')
  const rows = dayFigures(rangeTearsheet(run, { fromIndex: 0, toIndex: run.series.dates.length - 1 }))
  const ids = ['var_95', 'cvar_95', 'var_99', 'cvar_99', 'win_rate']
  const { metrics, benchmark } = run.result
  assert.deepEqual(
    rows.map(({ portfolio }) => portfolio),
    ids.map((id) => metrics[id]),
  )
  assert.deepEqual(
    rows.map((row) => row.benchmark),
    ids.map((id) => benchmark!.metrics[id]),
  )
})
