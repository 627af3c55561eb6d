import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compoundAnnualGrowth } from './compound-annual-growth.ts'

const twoYears = { calendarDays: 730.5, daysPerYear: 365.25 }

describe('compoundAnnualGrowth', () => {
  test('10% a year make 21% in two', () => {
    assert.equal(compoundAnnualGrowth(Float64Array.of(1, 0.7, 1.21), twoYears)?.toFixed(12), '0.100000000000')
  })

  test('matches the published example: 1.607665174 in 1,091 days', () => {
    const growth = compoundAnnualGrowth(Float64Array.of(1, 1.607665174), { calendarDays: 1091, daysPerYear: 365.25 })
    assert.equal(growth?.toFixed(8), '0.17227935')
  })

  test('is -1 when all is lost', () => assert.equal(compoundAnnualGrowth(Float64Array.of(1, 0), twoYears), -1))

  test('is null when no day passed or the rate is too large', () => {
    assert.equal(compoundAnnualGrowth(Float64Array.of(1, 2), { ...twoYears, calendarDays: 0 }), null)
    assert.equal(compoundAnnualGrowth(Float64Array.of(1, 0.5), { ...twoYears, calendarDays: 0 }), null)
    assert.equal(compoundAnnualGrowth(Float64Array.of(1, 10), { ...twoYears, calendarDays: 1 }), null)
  })
})
