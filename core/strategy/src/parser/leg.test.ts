import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from '../fault-lines.ts'
import type { Leg } from '../tree.ts'
import { parse } from './parse.ts'

function leg(text: string): Leg | undefined {
  return parse(`${text} OTHER-L-* 2020 2021`).ast?.portfolios[0].legs[0]
}

function symbol(text: string): string | undefined {
  const subject = leg(text)?.subject
  return subject?.kind === 'cash' ? '$CASH' : subject?.symbol
}

describe('legs are read from the right', () => {
  for (const [text, expected] of [
    ['BRK-B-L-50%', 'BRK-B'],
    ['X-L-L-5%', 'X-L'],
    ['BTC-USD-S-10%', 'BTC-USD'],
    ['0700.HK-L-20%', '0700.HK'],
    ['^GSPC-L-10%', '^GSPC'],
    ['GC=F-S-12.5%', 'GC=F'],
    ['EURUSD=X-L-5%', 'EURUSD=X'],
    ['M&M.NS-L-1/3', 'M&M.NS'],
    ['L-L-5%', 'L'],
    ['600519.SS-L-*', '600519.SS'],
    ['L-S-S-L-5%', 'L-S-S'],
    ['2020-01-L-5%', '2020-01'],
    ['$CASH-L-5%', '$CASH'],
    ['$cash-l-5%', '$CASH'],
  ] as const) {
    test(text, () => assert.equal(symbol(text), expected))
  }

  test('with a market in front', () => {
    const subject = leg('xnys:ab-c-S-5%')?.subject
    assert.ok(subject?.kind === 'instrument')
    assert.deepEqual([subject.market, subject.symbol], ['XNYS', 'AB-C'])
  })

  test('with every part in its place', () => {
    const read = leg(' XNAS:AAPL-S-5%')
    assert.deepEqual([read?.span.start, read?.span.end], [1, 15])
    assert.deepEqual([read?.subject.span.start, read?.subject.span.end], [1, 10])
    assert.deepEqual([read?.weight.span.start, read?.weight.span.end], [13, 15])
  })
})

describe('weights', () => {
  for (const [text, expected] of [
    ['12.50%', '12.5%'],
    ['012%', '12%'],
    ['1/2', '50%'],
    ['2/6', '1/3'],
    ['1/64', '1.5625%'],
    ['0.000001%', '0.000001%'],
    ['0.0000001%', '1/1000000000'],
  ] as const) {
    test(`${text} is kept as ${expected}`, () => {
      const weight = leg(`A-L-${text}`)?.weight
      assert.equal(weight?.kind === 'percent' ? `${weight.percent}%` : weight?.kind === 'fraction' && weight.fraction, expected)
    })
  }

  for (const [text, expected] of [
    ['50', 'E108 50: A-L-50%'],
    ['0.5', 'E108 0.5: A-L-50%'],
    ['.5%', 'E108 .5%: A-L-0.5%'],
    ['5.%', 'E108 5.%: A-L-5%'],
    ['%50', 'E108 %50: A-L-50%'],
    ['50pct', 'E108 50pct: A-L-50%'],
    ['5O%', 'E108 5O%: A-L-50%'],
    ['x%', 'E108 x%'],
    ['1/0', 'E108 1/0'],
    ['12.34567890123456%', 'E104 12.34567890123456%: A-L-12.3456789012345%'],
  ] as const) {
    test(`${text} is none`, () => assert.deepEqual(faultLines(`A-L-${text} OTHER-L-* 2020 2021`), [expected]))
  }
})

describe('faults of legs', () => {
  for (const [text, ...expected] of [
    ['A-X-5%', 'E107 X: A-L-5% | A-S-5% | A-X-L-5%'],
    ['A-long-5%', 'E107 long: A-L-5%'],
    ['A-short-5%', 'E107 short: A-S-5%'],
    ['BTC-USD-5%', 'E107 USD: BTC-USD-L-5% | BTC-USD-S-5%'],
    ['A-LNG-5%', 'E107 LNG: A-LNG-L-5% | A-LNG-S-5% | A-L-5% | A-S-5%'],
    ['A-L--5%', 'E110 -5%: A-S-5%'],
    ['A--L-5%', 'E106 A-: A'],
    ['--L-5%', 'E106 -'],
    ['A$B-L-5%', 'E102 $: AB'],
    [`${'A'.repeat(33)}-L-5%`, `E106 ${'A'.repeat(33)}`],
    ['$CASH-S-5%', 'E123 S: $CASH-L-5%'],
    ['CASH-L-5%', 'N403 CASH'],
    ['a-l-5%', 'N401 a-l'],
    ['A-l-5%', 'N401 l'],
    ['a-L-5%', 'N401 a'],
    ['A-L-5%[lev=2]', 'E190 [lev=2]: A-L-5%'],
    ['A-L-{10..50}%', 'E190 {10..50}%'],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(`${text} OTHER-L-* 2020 2021`), expected))
  }
})
