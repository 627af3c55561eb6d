import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PeriodReturn } from '../tearsheet.ts'
import { bestReturns, worstReturns } from './extremes.ts'

const run = { days: Int32Array.of(10, 11, 12, 13, 14), returns: Float64Array.of(0.1, -0.2, 0.1, -0.2) }

function period(month: number, value: number): PeriodReturn {
  return { year: 2020, month, from: 0, to: 1, return: value, benchmarkReturn: null, partial: false }
}

const months = [period(1, -0.3), period(2, 0.4), period(3, 0.4), period(4, -0.3)]

describe('extremes', () => {
  test('date a return by the session that it ends at; the earliest of equal ones counts', () => {
    assert.deepEqual(bestReturns(run, { months, years: [] }).day, { day: 11, return: 0.1 })
    assert.deepEqual(worstReturns(run, { months, years: [] }).day, { day: 12, return: -0.2 })
  })

  test('find the month', () => {
    assert.equal(bestReturns(run, { months, years: [] }).month, months[1])
    assert.equal(worstReturns(run, { months, years: [] }).month, months[0])
  })

  test('are null where there is no return', () => {
    const empty = { days: Int32Array.of(10), returns: new Float64Array() }
    assert.deepEqual(bestReturns(empty, { months: [], years: [] }), { day: null, month: null, year: null })
    assert.deepEqual(worstReturns(empty, { months: [], years: [] }), { day: null, month: null, year: null })
  })
})
