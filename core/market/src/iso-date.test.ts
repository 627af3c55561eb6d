import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isoDate, parseIsoDate } from './iso-date.ts'

describe('isoDate and parseIsoDate', () => {
  test('are each other’s inverse', () => {
    fc.assert(fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => assert.equal(parseIsoDate(isoDate(day)), day)))
  })

  for (const text of ['2020-1-1', '2020-02-30', '2020/01/01', ' 2020-01-01', '2020-01-01T00:00', '٢٠٢٠-01-01', '']) {
    test(`"${text}" is no ISO date`, () => assert.equal(parseIsoDate(text), null))
  }

  test('a year without four digits cannot be written', () => {
    assert.throws(() => isoDate(2_932_897), { name: 'RangeError', message: /within 0\.\.9999, got 10000/ })
  })
})
