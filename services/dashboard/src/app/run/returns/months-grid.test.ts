import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PeriodReturn } from '@portofino/simulator'
import { monthsGrid } from './months-grid.ts'

const period = (month: number | null, value: number): PeriodReturn => ({
  year: 2020,
  month,
  from: 0,
  to: 1,
  return: value,
  benchmarkReturn: 0.01,
  partial: month === 2,
})

test('months stand in their column, missing ones are empty, the year compounds', () => {
  const range = { months: [period(2, 0.1), period(3, 0.1)], years: [period(null, 0.21)] }
  const [row] = monthsGrid(range, 'portfolio')
  assert.equal(row!.months.length, 12)
  assert.deepEqual(row!.months.slice(0, 4), [null, { value: 0.1, partial: true }, { value: 0.1, partial: false }, null])
  assert.deepEqual(row!.total, { value: 0.21, partial: false })
  assert.equal(monthsGrid(range, 'benchmark')[0]!.months[1]!.value, 0.01)
  assert.equal(monthsGrid(range, 'difference')[0]!.total!.value, 0.21 - 0.01)
})
