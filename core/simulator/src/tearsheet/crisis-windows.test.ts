import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber, isoDate } from '@portofino/market'
import { crisisWindows } from './crisis-windows.ts'

/** From the first day to the last, every day a session, the index rising by one a day from 100. */
function risingRun(from: number, to: number) {
  const days = Int32Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return { days, index: Float64Array.from(days, (_, i) => 100 + i), benchmark: null }
}

describe('crisisWindows', () => {
  test('lists eight crises over 33 years, oldest first', () => {
    const windows = crisisWindows(risingRun(dayNumber(1990, 1, 2), dayNumber(2022, 12, 28)))
    assert.deepEqual(
      windows.map(({ from, to }) => `${isoDate(from)}..${isoDate(to)}`),
      [
        '1990-07-16..1990-10-11',
        '1998-07-17..1998-08-31',
        '2000-03-24..2002-10-09',
        '2007-10-09..2009-03-09',
        '2011-04-29..2011-10-03',
        '2018-09-20..2018-12-24',
        '2020-02-19..2020-03-23',
        '2022-01-03..2022-10-12',
      ],
    )
    assert.deepEqual(windows[6]!.name, 'COVID-19 crash')
  })

  test('leaves out a window that the run covers in part', () => {
    const [from, to] = [dayNumber(2020, 2, 19), dayNumber(2020, 3, 23)]
    assert.equal(crisisWindows(risingRun(from, to)).length, 1)
    assert.equal(crisisWindows(risingRun(from + 1, to)).length, 0)
    assert.equal(crisisWindows(risingRun(from, to - 1)).length, 0)
  })

  test('measures from the close of the first day to the close of the last', () => {
    const days = Int32Array.of(
      dayNumber(2020, 2, 18),
      dayNumber(2020, 2, 19),
      dayNumber(2020, 3, 9),
      dayNumber(2020, 3, 23),
      dayNumber(2020, 3, 24),
    )
    const index = Float64Array.of(1, 2, 1, 1.5, 9)
    const benchmark = {
      label: 'B',
      instruments: [],
      settlement: null,
      index: Float64Array.of(1, 4, 2, 3, 9),
      drawdown: new Float64Array(5),
    }
    const [crash] = crisisWindows({ days, index, benchmark })
    assert.equal(crash!.return, -0.25)
    assert.equal(crash!.benchmarkReturn, -0.25)
    assert.equal(crash!.maximumDrawdown, 0.5)
  })

  test('takes the session before for a day without one', () => {
    const days = Int32Array.of(dayNumber(2020, 2, 18), dayNumber(2020, 3, 20), dayNumber(2020, 3, 24))
    const [crash] = crisisWindows({ days, index: Float64Array.of(2, 1, 9), benchmark: null })
    assert.equal(crash!.return, -0.5)
    assert.equal(crash!.benchmarkReturn, null)
  })
})
