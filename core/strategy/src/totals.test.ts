import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from './parser/parse.ts'
import { totals } from './totals.ts'

describe('totals', () => {
  test('adds up long, short and cash', () => {
    const { gross, net, cash, long, short } = totals('AAPL-L-60% MSFT-S-25% $CASH-L-15% 2020 2021')
    assert.deepEqual({ gross, net, cash, long, short }, { gross: '100', net: '35', cash: '65', long: '60', short: '25' })
  })

  test('is the same for the text and its tree', () => {
    for (const text of [
      'AAPL-L-50% MSFT-S-* KO-L-* 2020 2021',
      'AAPL-L-1/3 MSFT-L-2/3 2020 2021',
      'AAPL-L-80% MSFT-S-50% 2020 2021 gross=130%',
      'AAPL-L-80% MSFT-S-80% 2020 2021 norm=on gross=120%',
      'AAPL-L-20% 2020 2021 cash=rest',
      'xnas:aapl-l-100% 2020 2021 bench=(AAPL-L-100%)',
    ]) {
      assert.deepEqual(totals(text), totals(parse(text).ast!), text)
    }
  })

  test('fills in what * stands for', () => {
    const { gross, legs } = totals('AAPL-L-50% MSFT-S-* KO-L-*')
    assert.equal(gross, '100')
    assert.deepEqual(
      legs.map(({ label, side, weight }) => `${label} ${side} ${weight}`),
      ['AAPL L 50', 'MSFT S 25', 'KO L 25'],
    )
    assert.deepEqual(
      totals('AAPL-L-120% MSFT-L-*').legs.map(({ weight }) => weight),
      ['120', '0'],
    )
  })

  test('leaves a gap in the bars for what is missing, and fills them when there is too much', () => {
    assert.deepEqual(
      totals('AAPL-L-50% MSFT-L-40%').legs.map(({ bar }) => bar),
      ['50', '40'],
    )
    assert.deepEqual(
      totals('AAPL-L-150% MSFT-L-50%').legs.map(({ bar }) => bar),
      ['75', '25'],
    )
    assert.equal(totals('AAPL-L-65% gross=130%').legs[0]!.bar, '50')
    assert.equal(totals('AAPL-L-65% gross=130%').required, '130')
  })

  test('adds two hundred fractions without a common denominator', () => {
    const legs = Array.from({ length: 199 }, (_, i) => `A${i}-L-1/${999_999_000_000_000 + 7919 * i}`).join(' ')
    const text = `${legs} B-S-* 2020 2021`
    const { gross, legs: rows } = totals(text)
    assert.equal(gross, '100')
    assert.deepEqual(rows[0], { label: 'A0', side: 'L', weight: '0', bar: '0' })
    assert.deepEqual(rows.at(-1), { label: 'B', side: 'S', weight: '100', bar: '100' })
    assert.deepEqual(totals(parse(text).ast!), totals(text))
    assert.equal(totals(`${legs} norm=on`).legs[0]!.weight, '0.502513')
  })

  test('takes what can be read of unfinished text', () => {
    assert.equal(totals('').gross, '0')
    assert.equal(totals('AAPL-L-60% MSFT-L- gross=').gross, '60')
    assert.equal(totals('AAPL-L-60% | MSFT-L-50%').gross, '60')
  })
})
