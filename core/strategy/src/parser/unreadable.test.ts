import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from '../fault-lines.ts'

describe('tokens that are nothing by themselves', () => {
  for (const [text, ...expected] of [
    ['AAPL L 100%', 'E105 AAPL L 100%: AAPL-L-100%'],
    ['AAPL - S - 100 %', 'E105 AAPL - S - 100 %: AAPL-S-100%'],
    ['AAPL 100%', 'E105 AAPL 100%: AAPL-L-100% | AAPL-S-100%'],
    ['100% AAPL', 'E105 100% AAPL: AAPL-L-100% | AAPL-S-100%'],
    ['short aapl 100%', 'E105 short aapl 100%: AAPL-S-100%'],
    ['AAPL-100%', 'E105 AAPL-100%: AAPL-L-100% | AAPL-S-100%'],
    ['AAPL=100%', 'E105 AAPL=100%: AAPL-L-100% | AAPL-S-100%'],
    ['AAPL-L100%', 'E105 AAPL-L100%: AAPL-L-100%'],
    ['AAPL', 'E105 AAPL: AAPL-L-*'],
    ['AAPL MSFT', 'E105 AAPL: AAPL-L-* | remove AAPL', 'E105 MSFT: MSFT-L-* | remove MSFT'],
    ['AAPL-L-100% monthly', 'E104 monthly: rebalance=monthly | remove monthly'],
    ['AAPL-L-100% montly', 'E104 montly: rebalance=monthly | remove montly'],
    ['AAPL-L-100% rebalance monthly', 'E104 rebalance monthly: rebalance=monthly'],
    ['AAPL-L-100% rebalance = monthly', 'E104 rebalance = monthly: rebalance=monthly'],
    ['AAPL-L-100% ???', 'E104 ???: remove ???'],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(`${text} 2020 2021`), expected))
  }
})

describe('stray and open characters', () => {
  for (const [text, ...expected] of [
    ['AAPL\u2013L\u2013100%', 'E102 \u2013: AAPL-L-100%'],
    ['AAPL-L-50%\u200bMSFT-L-50%', 'E102 \u200b: AAPL-L-50% MSFT-L-50%'],
    ['AAPL-L-50%, MSFT-L-50%', 'E102 ,: AAPL-L-50%'],
    ['AAPL-L-50%;MSFT-L-50%', 'E102 ;: AAPL-L-50% MSFT-L-50%'],
    ['AAPL-L-100% bench=(SPY-L-100%', 'E103 (: bench=(SPY-L-100%)'],
    ['AAPL-L-100% rebalance=band(5%', 'E103 (: rebalance=band(5%)'],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(`${text} 2020 2021`), expected))
  }

  test('quotes around everything', () => {
    assert.deepEqual(faultLines('"AAPL-L-100% 2020 2021"'), ['E102 ": AAPL-L-100% 2020 2021'])
  })
})

describe('what Level 1 does not have', () => {
  for (const [text, ...expected] of [
    ['AAPL-L-100% 2020 2021 | rebalance=monthly', 'E190 |: remove | rebalance=monthly'],
    ['let a=(X-L-100%) AAPL-L-100% 2020 2021', 'E190 let: remove let a=(X-L-100%)'],
    ['let a = (X-L-100%) AAPL-L-100% 2020 2021', 'E190 let: remove let a = (X-L-100%)'],
    ['AAPL-L-100% 2020 2021 name="a b"', 'E190 name="a b": remove name="a b"'],
    [
      'AAPL-L-100% 2020 2021 rebalance={monthly,annual}',
      'E190 {monthly,annual}: rebalance=monthly | remove rebalance={monthly,annual}',
    ],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(text), expected))
  }
})
