import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from '../fault-lines.ts'
import { parse } from './parse.ts'

describe('a period', () => {
  test('stands anywhere among legs and options', () => {
    for (const text of ['2020 2021 A-L-* norm=on', 'A-L-* 2020 2021 norm=on', 'A-L-* norm=on 2020..2021']) {
      assert.deepEqual(parse(text).ast?.portfolios[0].period.to, '2021-12-31')
    }
  })

  test('has its place in the text', () => {
    const period = parse('A-L-* 2020 2021').ast?.portfolios[0].period
    assert.deepEqual([period?.fromSpan.start, period?.toSpan.start, period?.span.start, period?.span.end], [6, 11, 6, 15])
  })

  for (const [text, ...expected] of [
    ['A-L-*', 'E114 : add 2020-01-01 2023-01-01'],
    ['A-L-* # note', 'E114 : add 2020-01-01 2023-01-01'],
    ['A-L-* 2020', 'E114 2020: 2020..2020'],
    ['A-L-* 2020-05-05', 'E114 2020-05-05: 2020-05-05 2020-12-31'],
    ['A-L-* 2020-12-31', 'E114 2020-12-31: 2020-12-31 2021-12-31'],
    ['A-L-* 9999-12-31', 'E114 9999-12-31'],
    ['2020 A-L-* 2021', 'E114 2021: 2020 2021'],
    ['A-L-* 2020 2021 2022', 'E115 2022: remove 2022'],
    ['A-L-* 2020 2021 2022 2023', 'E115 2022 2023: remove 2022 2023'],
    ['A-L-* 2020..2021 2022', 'E115 2022: remove 2022'],
    ['A-L-* 2021 2020', 'E131 2020: 2020 2021'],
    ['A-L-* 2021..2020', 'E131 2020: 2020 2021'],
    ['A-L-* 2020-05-05 2020-05-05', 'E131 2020-05-05: 2020-12-31'],
    ['A-L-* 2020 to 2021', 'E104 to: remove to'],
    ['A-L-* 2020-2021', 'E104 2020-2021: 2020..2021'],
    ['A-L-* 2020-01-01...2021-01-01', 'E104 2020-01-01...2021-01-01: 2020-01-01..2021-01-01'],
    ['A-L-* max', 'E190 max'],
    ['A-L-* 5y', 'E190 5y'],
    ['A-L-* ytd', 'E190 ytd'],
    ['A-L-* 2020..today', 'E190 today'],
    ['A-L-* 2020 today', 'E190 today'],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(text), expected))
  }
})
