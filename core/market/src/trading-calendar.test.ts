import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, parseIsoDate } from './iso-date.ts'
import { easterSunday } from './new-york-holidays.ts'
import { tradingCalendar } from './trading-calendar.ts'

const newYork = tradingCalendar('XNYS')!
const closedWeekdays = (year: number): string[] => {
  const days: string[] = []
  for (let day = parseIsoDate(`${year}-01-01`)!; day <= parseIsoDate(`${year}-12-31`)!; day++) {
    if (!newYork.isSession(day) && (day + 3) % 7 < 5) days.push(isoDate(day).slice(5))
  }
  return days
}

describe('the New York calendar', () => {
  // Source: the exchange's published holidays of these years.
  test('keeps a Saturday’s New Year on no day (2022) and a Sunday’s on Monday (2023)', () => {
    assert.deepEqual(closedWeekdays(2022), ['01-17', '02-21', '04-15', '05-30', '06-20', '07-04', '09-05', '11-24', '12-26'])
    assert.deepEqual(closedWeekdays(2023), [
      '01-02',
      '01-16',
      '02-20',
      '04-07',
      '05-29',
      '06-19',
      '07-04',
      '09-04',
      '11-23',
      '12-25',
    ])
  })

  test('has no Martin Luther King Day before 1998 and no Juneteenth before 2022', () => {
    assert.equal(closedWeekdays(1997).includes('01-20'), false)
    assert.equal(closedWeekdays(1998).includes('01-19'), true)
    assert.equal(closedWeekdays(2021).includes('06-18'), false)
  })

  test('closed for four days in September 2001 and two for the hurricane of 2012', () => {
    assert.deepEqual(
      closedWeekdays(2001).filter((day) => day.startsWith('09')),
      ['09-03', '09-11', '09-12', '09-13', '09-14'],
    )
    assert.deepEqual(
      closedWeekdays(2012).filter((day) => day.startsWith('10')),
      ['10-29', '10-30'],
    )
  })

  test('lists what isSession says', () => {
    const [from, to] = [parseIsoDate('1999-12-20')!, parseIsoDate('2002-01-10')!]
    const listed = [...newYork.sessions(from, to)]
    const asked = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((day) => newYork.isSession(day))
    assert.deepEqual(listed, asked)
    assert.equal(newYork.sessions(to, from).length, 0)
  })

  test('serves the Nasdaq as well', () => {
    assert.deepEqual(tradingCalendar('XNAS')!.sessions(0, 1000), newYork.sessions(0, 1000))
  })
})

describe('other calendars', () => {
  test('an everyday market has a session each day', () => {
    const everyday = tradingCalendar('everyday')!
    assert.equal(everyday.tradesEveryDay, true)
    assert.deepEqual([...everyday.sessions(7, 10)], [7, 8, 9, 10])
    assert.equal(everyday.sessions(10, 7).length, 0)
  })

  test('an unknown id has none', () => assert.equal(tradingCalendar('XLON'), null))
})

// Source: tables of the dates of Easter, US Naval Observatory.
for (const [year, date] of [
  [1990, '1990-04-15'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
] as const) {
  test(`Easter ${year}`, () => assert.equal(isoDate(easterSunday(year)), date))
}
