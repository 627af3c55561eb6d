import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenDay } from './written-day.ts'

const both = (written: string): (string | null)[] => (['first', 'last'] as const).map((end) => writtenDay(written, end))

test('a year and a month are their first or their last day', () => {
  assert.deepEqual(both('2021'), ['2021-01-01', '2021-12-31'])
  assert.deepEqual(both('2020-02'), ['2020-02-01', '2020-02-29'])
  assert.deepEqual(both(' 2020-02-03 '), ['2020-02-03', '2020-02-03'])
})

test('what is no day is none', () => {
  for (const written of ['', '2021-02-29', '2021-13', '21', '2021-1', 'May 2021', '20210101']) {
    assert.equal(writtenDay(written, 'first'), null, written)
  }
})
