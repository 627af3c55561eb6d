import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { workbookDay, writtenDay } from './workbook-day.ts'

describe('workbookDay', () => {
  test('counts in the 1900 system', () => {
    assert.equal(workbookDay('1970-01-01'), 25_569)
    assert.equal(workbookDay('2020-01-02'), 43_832)
    assert.equal(workbookDay('1900-03-01'), 61)
  })

  test('leaves as text what that system counts wrongly or not at all', () => {
    assert.equal(workbookDay('1900-02-28'), '1900-02-28')
    assert.equal(workbookDay('1871-01-31'), '1871-01-31')
  })

  test('leaves as text what is no date', () => assert.equal(workbookDay('open'), 'open'))
})

test('writtenDay is a date as one writes it', () => assert.equal(writtenDay('2020-01-02'), '2 Jan 2020'))
