import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from '../fault-lines.ts'
import { parse } from './parse.ts'

function periodOf(text: string): string {
  const period = parse(`AAPL-L-100% ${text}`).ast?.portfolios[0].period
  return `${period?.from} ${period?.to}`
}

describe('dates', () => {
  for (const [written, from, to] of [
    ['2020-01-31 2020-02-29', '2020-01-31', '2020-02-29'],
    ['2020-1-3 2020-12-3', '2020-01-03', '2020-12-03'],
    ['2020 2020', '2020-01-01', '2020-12-31'],
    ['2020-02..2021-02', '2020-02-01', '2021-02-28'],
    ['0001-01-01 9999', '0001-01-01', '9999-12-31'],
  ] as const) {
    test(written, () => assert.equal(periodOf(written), `${from} ${to}`))
  }

  test('say how a short one was read', () => {
    assert.equal(parse('AAPL-L-100% 2020-1-3 2021').diagnostics[0]?.message, 'read date "2020-1-3" as 2020-01-03')
  })

  for (const [written, ...meant] of [
    ['2021-02-29', '2021-02-28'],
    ['2020-13-01', '2020-01-13', '2020-12-01'],
    ['2020-00-00', '2020-01-01'],
    ['0000-05-05', '0001-05-05'],
    ['2020/01/02', '2020-01-02'],
    ['20200102', '2020-01-02'],
    ['2020-0102', '2020-01-02'],
    ['01/02/2020', '2020-01-02', '2020-02-01'],
    ['31.12.2020', '2020-12-31'],
    ['12/31/2020', '2020-12-31'],
    ['20-01-02', '2020-01-02'],
    ['02/2020', '2020-02'],
  ] as const) {
    test(`${written} is none, but ${meant[0]} is`, () => {
      assert.deepEqual(faultLines(`AAPL-L-100% ${written} 2024`), [`E116 ${written}: ${meant.join(' | ')}`])
    })
  }
})
