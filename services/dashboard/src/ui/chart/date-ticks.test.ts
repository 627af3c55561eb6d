import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateTicks } from './date-ticks.ts'

function weekdays(from: string, count: number): string[] {
  const dates: string[] = []
  for (let at = Date.parse(from); dates.length < count; at += 86_400_000) {
    const date = new Date(at)
    if (date.getUTCDay() % 6 !== 0) dates.push(date.toISOString().slice(0, 10))
  }
  return dates
}

const labels = (dates: string[], width: number): string[] =>
  dateTicks(dates, { width, after: 60 }).map(({ label }) => label.replaceAll('\u00A0', ' '))

test('first and last day always, years and halves between where there is room', () => {
  assert.deepEqual(labels(weekdays('2020-01-02', 780), 800), [
    '2 Jan 2020',
    'Jul',
    'Oct',
    '2021',
    'Apr',
    'Jul',
    'Oct',
    '2022',
    'Apr',
    'Jul',
    'Oct',
    '28 Dec 2022',
  ])
  assert.deepEqual(labels(weekdays('2020-01-02', 780), 300), ['2 Jan 2020', '2021', 'Jul', '2022', '28 Dec 2022'])
})

test('a long run has years far apart', () => {
  assert.deepEqual(labels(weekdays('1990-01-02', 8600), 300), ['2 Jan 1990', '2000', '2005', '2010', '2015', '19 Dec 2022'])
})

test('nothing overlaps, however narrow', () => {
  assert.deepEqual(labels(weekdays('2020-01-02', 20), 90), ['29 Jan 2020'])
  assert.deepEqual(labels(['2020-01-02'], 90), ['2 Jan 2020'])
  assert.deepEqual(dateTicks([], { width: 90, after: 0 }), [])
})
