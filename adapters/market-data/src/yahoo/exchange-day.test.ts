import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '@portofino/market'
import { exchangeDays, sessionDays } from './exchange-day.ts'
import { seconds } from './invented-chart.ts'

const london = { name: 'Europe/London', offsetSeconds: 0 }
const newYork = { name: 'America/New_York', offsetSeconds: -18_000 }

describe('sessionDays', () => {
  test('keeps midnight sessions on their day through a clock change', () => {
    const dayOf = sessionDays(london)
    // 2024-03-31: London goes to summer time, so Monday begins at 23:00 UTC of Sunday.
    assert.equal(isoDate(dayOf(seconds('2024-03-29T00:00:00Z'))), '2024-03-29')
    assert.equal(isoDate(dayOf(seconds('2024-03-31T23:00:00Z'))), '2024-04-01')
    assert.equal(isoDate(dayOf(seconds('2024-10-25T23:00:00Z'))), '2024-10-26')
    assert.equal(isoDate(dayOf(seconds('2024-10-28T00:00:00Z'))), '2024-10-28')
  })

  test('takes an hour before midnight for the session that begins there', () => {
    assert.equal(isoDate(sessionDays(london)(seconds('2024-01-08T23:00:00Z'))), '2024-01-09')
  })

  test('keeps New York’s opening on its day, summer and winter', () => {
    const dayOf = sessionDays(newYork)
    assert.equal(isoDate(dayOf(seconds('2024-03-08T14:30:00Z'))), '2024-03-08')
    assert.equal(isoDate(dayOf(seconds('2024-03-11T13:30:00Z'))), '2024-03-11')
  })

  test('keeps Tokyo’s opening at midnight UTC on its day, and days before 1970', () => {
    assert.equal(
      isoDate(sessionDays({ name: 'Asia/Tokyo', offsetSeconds: 32_400 })(seconds('2024-01-04T00:00:00Z'))),
      '2024-01-04',
    )
    assert.equal(isoDate(sessionDays(newYork)(seconds('1962-01-02T15:00:00Z'))), '1962-01-02')
  })
})

test('exchangeDays has the offset of the moment, not that of the reply', () => {
  const dayAt = exchangeDays(london)
  assert.equal(isoDate(dayAt(seconds('2024-07-01T22:59:59Z'))), '2024-07-01')
  assert.equal(isoDate(dayAt(seconds('2024-07-01T23:00:00Z'))), '2024-07-02')
  assert.equal(isoDate(dayAt(seconds('2024-01-01T23:59:59Z'))), '2024-01-01')
})

test('a zone that this platform does not know has the offset of the reply', () => {
  const dayAt = exchangeDays({ name: 'Atlantis/Capital', offsetSeconds: 10 * 3600 })
  assert.equal(isoDate(dayAt(seconds('2024-01-08T13:59:59Z'))), '2024-01-08')
  assert.equal(isoDate(dayAt(seconds('2024-01-08T14:00:00Z'))), '2024-01-09')
})
