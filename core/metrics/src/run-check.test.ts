import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MeasuredRun } from './measured-run.ts'
import { checkRun } from './run-check.ts'

const run: MeasuredRun = {
  index: Float64Array.of(1, 2, 1.5),
  days: Int32Array.of(0, 1, 2),
  periodsPerYear: 252,
  riskFree: 0,
  benchmark: null,
  exposure: null,
  tradedShare: 0,
  flows: [],
  ruined: false,
  trials: null,
}

const refused: [what: string, change: Partial<MeasuredRun>, message: string][] = [
  ['an empty run', { index: Float64Array.of() }, 'the run must have at least one session, got none'],
  ['missing days', { days: Int32Array.of(0, 1) }, 'days must have 3 entries to fit the index, got 2'],
  ['days that stand still', { days: Int32Array.of(0, 1, 1) }, 'days must strictly increase, got 1 after 1'],
  ['a start at zero', { index: Float64Array.of(0, 1, 1) }, 'the index must begin above zero, got 0'],
  ['a negative value', { index: Float64Array.of(1, -1, 1) }, 'the index must be finite and not negative, got -1 at session 1'],
  [
    'an undefined value',
    { index: Float64Array.of(1, 1, Number.NaN) },
    'the index must be finite and not negative, got NaN at session 2',
  ],
  ['a short benchmark', { benchmark: Float64Array.of(1) }, 'benchmark must have 3 entries to fit the index, got 1'],
  [
    'an infinite benchmark',
    { benchmark: Float64Array.of(1, 1, Infinity) },
    'the benchmark must be finite and not negative, got Infinity at session 2',
  ],
  ['too many risk-free returns', { riskFree: Float64Array.of(0, 0, 0) }, 'riskFree must have 2 entries to fit the index, got 3'],
  [
    'a short exposure',
    { exposure: { gross: run.index, net: Float64Array.of(1), cash: run.index } },
    'exposure.net must have 3 entries to fit the index, got 1',
  ],
  ['a flow after the end', { flows: [{ session: 3, amount: 1 }] }, 'a flow must fall on a session from 0 to 2, got 3'],
]

describe('checkRun', () => {
  test('accepts a run that fits together, ruined at its end', () => {
    checkRun(run)
    checkRun({ ...run, index: Float64Array.of(1, 2, 0), ruined: true, benchmark: run.index, riskFree: Float64Array.of(0, 0) })
  })

  for (const [what, change, message] of refused) {
    test(`refuses ${what}`, () => {
      assert.throws(() => checkRun({ ...run, ...change }), new RangeError(`Cannot measure: ${message}`))
    })
  }
})
