import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { makeInk } from '../terminal/ink.ts'
import { Canvas } from './canvas.ts'
import { timeMarks, type TimeScale, writeTimeLabels } from './time-axis.ts'

function labels(scale: TimeScale): string {
  const canvas = new Canvas(scale.columns, 1)
  writeTimeLabels(canvas, scale, { left: 0, row: 0 })
  return canvas.lines(makeInk('none'))[0] ?? ''
}

describe('time axis', () => {
  const threeYears = { from: dayNumber(2020, 1, 2), to: dayNumber(2022, 12, 28) }

  test('names first and last day, and years and months between where they fit', () => {
    assert.equal(labels({ ...threeYears, columns: 60 }), '2 Jan 2020        2021       Jul     2022        28 Dec 2022')
    assert.equal(labels({ ...threeYears, columns: 30 }), '2 Jan 2020         28 Dec 2022')
    assert.equal(labels({ ...threeYears, columns: 15 }), '2 Jan 2020')
  })

  test('marks months of a short run and decades of a long one', () => {
    const months = timeMarks({ from: dayNumber(2020, 1, 15), to: dayNumber(2020, 4, 15), columns: 60 })
    assert.deepEqual(
      months.map(({ label }) => label),
      ['Feb', 'Mar', 'Apr'],
    )
    const decades = timeMarks({ from: dayNumber(1900, 1, 15), to: dayNumber(2020, 4, 15), columns: 60 })
    assert.ok(decades.every(({ label, isYear }) => isYear && Number(label) % 20 === 0))
  })

  test('a run of one day has one date', () => {
    const day = dayNumber(2020, 1, 2)
    assert.equal(labels({ from: day, to: day, columns: 30 }), '2 Jan 2020          2 Jan 2020')
  })
})
