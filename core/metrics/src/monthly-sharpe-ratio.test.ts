import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import type { MeasuredRun } from './measured-run.ts'
import { monthlySharpeMetric } from './monthly-sharpe-ratio.ts'
import { runContext } from './run-context.ts'

// Months of 50%, -50% and 50%, whatever happens inside of them; the first one partial.
const run: MeasuredRun = {
  index: Float64Array.of(1, 9, 1.5, 0.75, 0.1, 1.125),
  days: Int32Array.of(
    dayNumber(2020, 1, 2),
    dayNumber(2020, 1, 15),
    dayNumber(2020, 1, 31),
    dayNumber(2020, 2, 28),
    dayNumber(2020, 3, 2),
    dayNumber(2020, 3, 31),
  ),
  periodsPerYear: 252,
  riskFree: 0,
  benchmark: null,
  exposure: null,
  tradedShare: 0,
  flows: [],
  ruined: false,
  trials: null,
}

describe('monthlySharpeMetric', () => {
  test('matches the value worked out by hand', () => {
    // Mean 1/6; squared distances (1/3)², (2/3)², (1/3)² over 2: a variance of 1/3.
    const byHand = (1 / 6 / Math.sqrt(1 / 3)) * Math.sqrt(12)
    assert.equal(runContext(run).value(monthlySharpeMetric)?.toFixed(12), byHand.toFixed(12))
  })

  test('subtracts the twelfth root of a yearly rate, or the product of the month’s returns', () => {
    const yearly = runContext({ ...run, riskFree: 1.01 ** 12 - 1 }).value(monthlySharpeMetric)
    assert.equal(yearly?.toFixed(12), (((1 / 6 - 0.01) / Math.sqrt(1 / 3)) * Math.sqrt(12)).toFixed(12))
    const riskFree = Float64Array.of(0.25, 0.2, 0.5, 0, 0.5)
    const each = runContext({ ...run, riskFree }).value(monthlySharpeMetric)
    // Months of 50%, 50% and 50%: excess 0, -1, 0, mean -1/3, variance 1/3.
    assert.equal(each?.toFixed(12), ((-1 / 3 / Math.sqrt(1 / 3)) * Math.sqrt(12)).toFixed(12))
  })

  test('is null for one month', () => {
    const january = { ...run, index: run.index.slice(0, 3), days: run.days.slice(0, 3) }
    assert.equal(runContext(january).value(monthlySharpeMetric), null)
  })
})
