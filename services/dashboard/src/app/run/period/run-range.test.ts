import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { firstAtOrAfter } from '@portofino/market'
import fc from 'fast-check'
import { lastUpTo, rangeText, runRange, span, unavailable } from './run-range.ts'

/** Monday to Friday of 2020-01-01 to 2022-12-30. */
const dates: string[] = []
for (let time = Date.UTC(2020, 0, 1); time <= Date.UTC(2022, 11, 30); time += 86_400_000) {
  const day = new Date(time)
  if (day.getUTCDay() % 6 !== 0) dates.push(day.toISOString().slice(0, 10))
}
const last = dates.length - 1

describe('runRange', () => {
  test('nothing, and what is no part of the run, is the whole run', () => {
    for (const asked of [undefined, 'max', '5y', '2023-01-01..2024-01-01']) {
      const { fromIndex, toIndex, isWhole, name } = runRange(dates, asked)
      assert.deepEqual({ fromIndex, toIndex, isWhole, name }, { fromIndex: 0, toIndex: last, isWhole: true, name: 'max' })
    }
  })

  test('named parts end with the run and begin at a close', () => {
    const begins = (name: string): string => runRange(dates, name).from
    assert.equal(begins('1m'), '2022-11-30')
    assert.equal(begins('6m'), '2022-06-30')
    // 30 December 2021 is a session; the year's last is 31 December.
    assert.equal(begins('1y'), '2021-12-30')
    assert.equal(begins('ytd'), '2021-12-31')
    assert.equal(runRange(dates, '1y').name, '1y')
  })

  test('dates of one\u2019s own begin at the first session from the one and end at the last up to the other', () => {
    const { from, to, name, isWhole, isCut } = runRange(dates, '2020-02-01..2020-02-29')
    assert.deepEqual(
      { from, to, name, isWhole, isCut },
      { from: '2020-02-03', to: '2020-02-28', name: null, isWhole: false, isCut: false },
    )
  })

  test('dates beyond the run are cut, and it says so', () => {
    const { from, to, isCut } = runRange(dates, '2019-01-01..2020-01-31')
    assert.deepEqual({ from, to, isCut }, { from: '2020-01-01', to: '2020-01-31', isCut: true })
  })

  test('what an address says of a part is that part', () => {
    fc.assert(
      fc.property(fc.nat(last - 1), fc.nat(last), (a, b) => {
        const [fromIndex, toIndex] = a < b ? [a, b] : [b, a + 1]
        const read = runRange(dates, rangeText(dates, { fromIndex, toIndex }))
        assert.deepEqual([read.fromIndex, read.toIndex], [fromIndex, toIndex])
      }),
    )
  })
})

test('a range that a run is too short for says how long it is', () => {
  assert.equal(unavailable(dates, '1y'), null)
  assert.equal(unavailable(dates, '3y'), 'This run has 2 years and 363 days')
  assert.equal(unavailable(dates.slice(0, 20), 'ytd'), 'This run begins in 2020')
})

test('spans count years, then days', () => {
  assert.equal(span('2020-01-02', '2022-12-28'), '2 years and 360 days')
  assert.equal(span('2020-02-29', '2021-02-28'), '365 days')
  assert.equal(span('2020-01-01', '2021-01-01'), '1 year')
  assert.equal(span('2004-08-19', '2013-03-01'), '8 years and 194 days')
})

test('sessions are found by day', () => {
  assert.equal(dates[firstAtOrAfter(dates, '2020-02-01')], '2020-02-03')
  assert.equal(dates[lastUpTo(dates, '2020-02-02')], '2020-01-31')
  assert.equal(firstAtOrAfter(dates, '2030-01-01'), dates.length)
  assert.equal(lastUpTo(dates, '2010-01-01'), -1)
})
