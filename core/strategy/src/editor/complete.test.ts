import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exampleCatalog } from '../example-catalog.ts'
import { parse } from '../parser/parse.ts'
import { complete } from './complete.ts'
import type { Completion } from './completion.ts'

/** A text with `|` for the caret, which no such text needs otherwise. */
function at(marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { from, to, items } = complete(text, offset, exampleCatalog)
  const taken = (item: Completion) => text.slice(0, from) + item.text + text.slice(to)
  return { items, labels: items.map(({ label }) => label), taken: items.map(taken), from, to }
}

describe('complete', () => {
  test('offers tickers: those that begin with what was typed, then those that hold it, then names', () => {
    assert.deepEqual(at('M|').labels, ['MRK', 'MSFT', 'AMD', 'JPM', 'XOM'])
    assert.deepEqual(at('coca|').labels, ['KO'])
    assert.equal(at('AAPL-L-50% ms|').taken[0], 'AAPL-L-50% MSFT-')
  })

  test('shows name, market and first date of a ticker', () => {
    const first = at('TSL|').items[0]!
    const { day, ...shown } = { ...first, day: first.first }
    assert.equal(day, 14_789)
    assert.deepEqual(shown, {
      kind: 'instrument',
      label: 'TSLA',
      text: 'TSLA-',
      detail: 'Tesla, Inc.',
      market: 'XNAS',
      first: 14_789,
    })
  })

  test('does not offer a ticker twice', () => {
    assert.ok(!at('MSFT-L-50% M|').labels.includes('MSFT'))
    assert.ok(at('MSFT-L-50% bench=M|').labels.includes('MSFT'))
  })

  test('offers sides after the ticker', () => {
    assert.deepEqual(at('AAPL-|').taken, ['AAPL-L-', 'AAPL-S-'])
    assert.deepEqual(at('AAPL-s|').taken, ['AAPL-S-'])
    assert.deepEqual(at('BRK-|').labels, ['BRK-B'])
    assert.deepEqual(at('BRK-B-|').labels, ['L', 'S'])
  })

  test('offers first the weight that completes the sum, then *', () => {
    assert.deepEqual(at('AAPL-L-60% MSFT-S-|').taken, ['AAPL-L-60% MSFT-S-40%', 'AAPL-L-60% MSFT-S-*'])
    assert.deepEqual(at('AAPL-L-1/3 MSFT-S-|').labels, ['2/3', '*'])
    assert.deepEqual(at('AAPL-L-60% MSFT-S-| gross=130%').labels, ['70%', '*'])
    assert.deepEqual(at('AAPL-L-60% MSFT-S-4|').taken, ['AAPL-L-60% MSFT-S-40%'])
    assert.deepEqual(at('AAPL-L-60% MSFT-L-* KO-L-|').labels, ['*'])
    assert.deepEqual(at('AAPL-L-100% MSFT-L-|').labels, [])
  })

  test('offers no weight that could not be typed', () => {
    assert.deepEqual(at('A-L-1/999999999999989 B-L-1/999999999999947 C-L-|').labels, ['*'])
    assert.deepEqual(at('A-L-1/999999999999989 B-L-|').labels, ['999999999999988/999999999999989', '*'])
  })

  test('replaces the weight that the caret stands in', () => {
    assert.deepEqual(at('AAPL-L-60% MSFT-L-|25%').taken, ['AAPL-L-60% MSFT-L-40%', 'AAPL-L-60% MSFT-L-*'])
  })

  test('offers what is missing at an empty place: legs, then a period, then options', () => {
    assert.equal(at('|').items[0]!.kind, 'instrument')
    assert.equal(at('AAPL-L-60% |').items[0]!.kind, 'instrument')
    assert.equal(at('AAPL-L-100% |').items[0]!.kind, 'date')
    assert.equal(at('AAPL-L-100% 2020 2021 |').items[0]!.kind, 'key')
    assert.ok(!at('AAPL-L-100% 2020 2021 |').items.some(({ kind }) => kind === 'date'))
  })

  test('offers first the earliest day on which every typed leg has a price', () => {
    assert.equal(at('AAPL-L-50% TSLA-L-50% |').labels[0], '2010-06-29')
    assert.equal(at('AAPL-L-50% KO-L-50% |').labels[0], '1990-01-02')
    assert.equal(at('AAPL-L-50% KO-L-50% 2020-01-01 |').labels[0], '2022-12-28')
    assert.equal(at('XLON:SHEL-L-100% |').labels[0], '2005-07-20')
    assert.equal(at('XNYS:SHEL-L-100% |').labels[0], '1990-01-02')
  })

  test('completes a typed year or month', () => {
    assert.ok(at('AAPL-L-100% 2015|').labels.includes('2015-01-01'))
    assert.ok(at('AAPL-L-100% 2015-01-01 2016-02|').labels.includes('2016-02-29'))
    assert.ok(at('AAPL-L-100% 2015-01-01 2016|').labels.includes('2016-12-31'))
  })

  test('offers options that are not in use', () => {
    assert.deepEqual(at('AAPL-L-100% 2020 2021 c|').labels.slice(-3), ['cost=', 'capital=', 'cash='])
    assert.ok(!at('AAPL-L-100% 2020 2021 cost=5bps c|').labels.includes('cost='))
    assert.deepEqual(at('AAPL-L-100% 2020 2021 co|=5bps').labels, ['cost='])
  })

  test('offers values of the key, in words', () => {
    const { items, taken } = at('AAPL-L-100% 2020 2021 rebalance=mo|')
    assert.equal(taken[0], 'AAPL-L-100% 2020 2021 rebalance=monthly')
    assert.equal(items[0]!.detail, 'at the last session of each month')
    assert.deepEqual(at('A-L-100% 2020 2021 late=|').labels, ['clip', 'cash', 'spread', 'error'])
    assert.deepEqual(at('A-L-100% 2020 2021 bench=^G|').taken, ['A-L-100% 2020 2021 bench=^GSPC'])
  })

  test('works inside a basket', () => {
    assert.deepEqual(at('A-L-100% 2020 2021 bench=(AAPL-L-60% MSFT-L-|)').labels, ['40%', '*'])
    assert.deepEqual(at('A-L-100% 2020 2021 bench=(AAPL-L-60% MSF|').labels, ['MSFT'])
  })

  test('works inside a basket that is not closed yet', () => {
    assert.deepEqual(at('A-L-100% 2020 2021 bench=(AAPL-L-60% MS|').taken, ['A-L-100% 2020 2021 bench=(AAPL-L-60% MSFT-'])
    assert.deepEqual(at('A-L-100% 2020 2021 bench=(AAPL-L-60% MSFT-L-|').labels, ['40%', '*'])
    const open = at('A-L-100% bench=(AAPL-L-60% | 2020 2021')
    assert.ok(open.items.length > 0 && open.items.every(({ kind }) => kind === 'instrument'))
    assert.ok(!open.labels.includes('AAPL'))
    assert.equal(at('A-L-100% bench=(AAPL-L-60% 2020 2021 |').items[0]!.kind, 'key')
  })

  test('completes either side of the dots of a period', () => {
    assert.equal(at('AAPL-L-50% TSLA-L-50% 2020-01-01..|').taken[0], 'AAPL-L-50% TSLA-L-50% 2020-01-01..2022-12-28')
    assert.equal(at('AAPL-L-100% 2020-01-01..20|').taken[0], 'AAPL-L-100% 2020-01-01..2022-12-28')
    assert.equal(at('AAPL-L-100% 2015..2016-02|').taken[0], 'AAPL-L-100% 2015..2016-02-29')
    assert.deepEqual(at('TSLA-L-100% 2020..2021 2022..|').labels, [])
    assert.equal(at('TSLA-L-100% 2|..2022').taken[0], 'TSLA-L-100% 2010-06-29..2022')
  })

  test('completes what follows a plus', () => {
    assert.ok(at('A-L-* rebalance=monthly+|').taken.includes('A-L-* rebalance=monthly+band(5%)'))
    assert.deepEqual(
      at('A-L-* rebalance=monthly+|').labels.filter((label) => label === 'monthly' || label === 'never'),
      [],
    )
    assert.deepEqual(at('A-L-* rebalance=band(5%)+mo|').labels, ['monthly', 'monthly@start'])
    assert.deepEqual(at('A-L-* rebalance=mont|+daily').taken[0], 'A-L-* rebalance=monthly+daily')
    assert.deepEqual(at('A-L-* cost=5bps+|').labels, ['0.05%', '$1', '$0.005/sh'])
    assert.deepEqual(at('A-L-* cost=$1|').labels, ['$1'])
  })

  test('offers cash, long only and once', () => {
    assert.deepEqual(at('AAPL-L-50% $|').taken, ['AAPL-L-50% $CASH-L-'])
    assert.deepEqual(at('$ca|').labels, ['$CASH'])
    assert.deepEqual(at('$CASH-|').taken, ['$CASH-L-'])
    assert.deepEqual(at('$CASH-L-10% $|').labels, [])
  })

  test('offers the instruments of a market, and names the market where the symbol is in doubt', () => {
    assert.deepEqual(at('XNAS:A|').taken, ['XNAS:AAPL-', 'XNAS:AMD-', 'XNAS:TSLA-'])
    assert.deepEqual(at('A-L-* bench=XNAS:AA|').taken, ['A-L-* bench=XNAS:AAPL'])
    assert.deepEqual(at('SHE|').labels, ['XNYS:SHEL', 'XLON:SHEL'])
    assert.deepEqual(at('XLON:SHEL-L-50% SHE|').labels, ['XNYS:SHEL'])
    assert.deepEqual(at('SHEL-L-50% SHE|').labels, [])
  })

  test('offers yields as risk-free rate only', () => {
    assert.deepEqual(at('^IR|').labels, [])
    assert.deepEqual(at('A-L-* rf=^IR|').labels, ['^IRX'])
  })

  test('is silent inside a comment', () => {
    assert.deepEqual(at('AAPL-L-100% 2020 2021 # M|').items, [])
  })

  test('every offered value is a value', () => {
    for (const key of ['rebalance', 'cost', 'slip', 'bench', 'capital', 'rf', 'cash', 'norm', 'late', 'borrow', 'margin']) {
      for (const text of at(`AAPL-L-100% 2020 2021 ${key}=|`).taken) assert.notEqual(parse(text).ast, null, text)
    }
  })

  test('never throws, and stays within the text', () => {
    const units = fc.constantFrom(
      'AAPL',
      '-',
      'L',
      '50%',
      ' ',
      '=',
      '(',
      ')',
      '2020',
      'bench',
      'cost',
      '..',
      '#',
      '\n',
      '|',
      '*',
      '\ud800',
      '\u{1f600}',
      '$CASH',
      'cost=',
      '+',
      'bench=(',
    )
    fc.assert(
      fc.property(
        fc.array(units).map((list) => list.join('')),
        fc.integer({ min: -2, max: 80 }),
        (text, offset) => {
          const { from, to } = complete(text, offset, exampleCatalog)
          assert.ok(from >= 0 && from <= to && to <= text.length)
        },
      ),
    )
  })
})
