import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseIsoDate, weekday } from '@portofino/market'
import fc from 'fast-check'
import { calendarMonths, calendarYears, periodReturns } from './calendar-periods.ts'

const dates = (...texts: string[]): Int32Array => Int32Array.from(texts, (text) => parseIsoDate(text)!)

describe('calendarMonths', () => {
  test('begin at session 0 and end at their last session', () => {
    const days = dates('2020-01-02', '2020-01-31', '2020-02-03', '2020-02-28', '2020-03-02')
    assert.deepEqual(calendarMonths(days), [
      { year: 2020, month: 1, from: 0, to: 1, partial: true },
      { year: 2020, month: 2, from: 1, to: 3, partial: false },
      { year: 2020, month: 3, from: 3, to: 4, partial: true },
    ])
  })

  test('leave out a first month whose last session is session 0', () => {
    const days = dates('2020-01-31', '2020-02-03', '2020-02-28', '2020-03-02')
    assert.deepEqual(calendarMonths(days), [
      { year: 2020, month: 2, from: 0, to: 2, partial: false },
      { year: 2020, month: 3, from: 2, to: 3, partial: true },
    ])
  })

  test('are partial when session 0 is the first day of the month', () => {
    assert.deepEqual(
      calendarMonths(dates('2021-02-01', '2021-02-28', '2021-03-01')).map(({ to, partial }) => [to, partial]),
      [
        [1, true],
        [2, true],
      ],
    )
  })

  test('end with a whole month when the caller says so', () => {
    const days = dates('2020-02-28', '2020-03-02', '2020-03-31')
    assert.deepEqual(calendarMonths(days, { lastIsWhole: true }), [{ year: 2020, month: 3, from: 0, to: 2, partial: false }])
  })

  test('skip months without a session', () => {
    assert.deepEqual(
      calendarMonths(dates('2019-12-31', '2020-02-03')).map(({ year, month }) => [year, month]),
      [[2020, 2]],
    )
  })

  test('are none for one session', () => assert.deepEqual(calendarMonths(dates('2020-01-31')), []))
})

describe('calendarYears', () => {
  test('follow the same rules', () => {
    const days = dates('2019-12-30', '2019-12-31', '2020-06-30', '2020-12-31', '2021-01-04')
    assert.deepEqual(calendarYears(days), [
      { year: 2019, month: null, from: 0, to: 1, partial: true },
      { year: 2020, month: null, from: 1, to: 3, partial: false },
      { year: 2021, month: null, from: 3, to: 4, partial: true },
    ])
  })
})

describe('periodReturns', () => {
  test('chain to the total return, over months as over years', () => {
    const start = fc.integer({ min: -20_000, max: 40_000 })
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: -900, max: 1000 })), { minLength: 1 })
    fc.assert(
      fc.property(start, steps, (first, drawn) => {
        const days = [first]
        const index = [1]
        for (const [gap, points] of drawn) {
          days.push(days.at(-1)! + gap)
          index.push(index.at(-1)! * (1 + points / 1000))
        }
        for (const periods of [calendarMonths, calendarYears]) {
          const returns = periodReturns(Float64Array.from(index), periods(Int32Array.from(days)))
          const chained = returns.reduce((growth, value) => growth * (1 + value), 1)
          assert.ok(Math.abs(chained - index.at(-1)!) < 1e-12 * Math.max(1, index.at(-1)!))
        }
      }),
    )
  })

  test('the twelve months of a year make the year', () => {
    const days = Int32Array.from({ length: 400 }, (_, i) => parseIsoDate('2019-12-31')! + i).filter((day) => weekday(day) < 5)
    assert.equal(calendarMonths(days).filter(({ year, partial }) => year === 2020 && !partial).length, 12)
    assert.equal(calendarYears(days)[0]?.partial, false)
  })
})
