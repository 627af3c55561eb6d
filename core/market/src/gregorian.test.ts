import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { calendarDate, dayNumber, daysInMonth, isRealDate, lastDayOfMonth, weekday, weekStart } from './gregorian.ts'

const anyDay = fc.integer({ min: -719_528, max: 2_932_896 }) // 0000-01-01..9999-12-31

describe('Gregorian dates', () => {
  test('agree with the platform over 10,000 years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const platform = new Date(day * 86_400_000)
        const date = { year: platform.getUTCFullYear(), month: platform.getUTCMonth() + 1, day: platform.getUTCDate() }
        assert.deepEqual(calendarDate(day), date)
        assert.equal(dayNumber(date.year, date.month, date.day), day)
        assert.equal(weekday(day), (platform.getUTCDay() + 6) % 7)
      }),
    )
  })

  test('know leap years, the centuries among them', () => {
    assert.deepEqual(
      [1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2)),
      [28, 29, 28, 29],
    )
    assert.equal(isRealDate({ year: 2023, month: 2, day: 29 }), false)
    assert.equal(isRealDate({ year: 2024, month: 2, day: 29 }), true)
    assert.equal(isRealDate({ year: 2024, month: 13, day: 1 }), false)
    assert.equal(isRealDate({ year: 2024, month: 1.5, day: 1 }), false)
  })

  test('end months and start weeks', () => {
    assert.equal(lastDayOfMonth(2022, 12), dayNumber(2022, 12, 31))
    assert.equal(weekStart(dayNumber(2023, 1, 1)), dayNumber(2022, 12, 26))
  })
})
