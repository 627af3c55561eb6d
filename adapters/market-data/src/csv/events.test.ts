import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { closeKinds } from './close-kind.ts'
import { eventsBySymbol } from './events.ts'
import { FaultList } from './fault-list.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { StatedSymbol } from './stated-symbol.ts'

const acme: StatedSymbol = {
  symbol: 'ACME',
  name: 'Acme',
  market: 'XLON',
  calendar: null,
  currency: 'GBp',
  kind: closeKinds.get('raw-close')!,
  file: 'ACME.csv',
  first: null,
  last: null,
  rows: null,
  line: 1,
}
const emca: StatedSymbol = { ...acme, symbol: 'EMCA', currency: 'GBP', kind: closeKinds.get('price-index')! }
const yielding: StatedSymbol = { ...emca, symbol: 'YIELD', kind: closeKinds.get('yield-percent')! }
const columns = ['date', 'symbol', 'type', 'value']

function read(rows: (string[] | null)[], header = columns): { events: ReturnType<typeof eventsBySymbol>; fault: string | null } {
  const faults = new FaultList()
  const events = eventsBySymbol(
    { file: 'events.csv', header, positions: new Map(), rows },
    { symbols: [acme, emca, yielding], faulty: new Set(['FAULTY']) },
    faults,
  )
  try {
    faults.throwIfAny('csv:x')
    return { events, fault: null }
  } catch (fault) {
    assert.ok(fault instanceof MarketDataError)
    return { events, fault: fault.message.split('\n  ')[1]! }
  }
}

describe('eventsBySymbol', () => {
  test('gives the events by day, then type, in the whole currency', () => {
    const { events, fault } = read([
      ['2020-03-02', 'ACME', 'split', '1/3'],
      ['2020-03-02', 'ACME', 'dividend', '25'],
      ['2020-01-02', 'ACME', 'rename', 'ACMX'],
      ['2020-04-01', 'EMCA', 'delisting', '-1'],
    ])
    assert.equal(fault, null)
    assert.deepEqual(events.get('ACME'), [
      { type: 'rename', day: dayNumber(2020, 1, 2), symbol: 'ACMX' },
      { type: 'dividend', day: dayNumber(2020, 3, 2), amount: 0.25 },
      { type: 'split', day: dayNumber(2020, 3, 2), ratio: 1 / 3 },
    ])
    assert.deepEqual(events.get('EMCA'), [{ type: 'delisting', day: dayNumber(2020, 4, 1), return: -1 }])
  })

  const cases: [string[], string][] = [
    [['2020-3-2', 'ACME', 'split', '2'], 'the date is "2020-3-2"; write YYYY-MM-DD'],
    [['2020-03-02', 'ACME', 'Split', '2'], 'the type "Split" is unknown; write split, dividend, delisting, rename'],
    [['2020-03-02', 'ACME', 'split', '0'], 'the split ratio is 0; write new shares per old, such as 2 or 1/10'],
    [['2020-03-02', 'ACME', 'split', '1/0'], 'the split ratio is 1/0; write new shares per old, such as 2 or 1/10'],
    [['2020-03-02', 'ACME', 'split', '1/2/3'], 'the split ratio is "1/2/3"; write new shares per old, such as 2 or 1/10'],
    [['2020-03-02', 'ACME', 'split', '1e-308'], 'the split ratio is 1e-308; it must lie within 1e-15..1e15, so correct it'],
    [
      ['2020-03-02', 'ACME', 'split', '1e300/1e-8'],
      'the split ratio is 1e300/1e-8; it must lie within 1e-15..1e15, so correct it',
    ],
    [
      ['2020-03-02', 'ACME', 'dividend', '4.9e-324'],
      'the dividend is 4.9e-324; it must lie within 1e-15..1e15 in GBP, so correct it',
    ],
    [['2020-03-02', 'ACME', 'split', '2:1'], 'the split ratio is "2:1"; write a number such as 12.34'],
    [['2020-03-02', 'ACME', 'dividend', '-1'], 'the dividend is -1; write the amount per share, above zero'],
    [['2020-03-02', 'ACME', 'dividend', ''], 'the dividend is missing; fill it in or remove the line'],
    [['2020-03-02', 'ACME', 'delisting', '-2'], 'the delisting return is -2; write -1 or more, as a fraction of the last close'],
    [
      ['2020-03-02', 'ACME', 'delisting', '1e308'],
      'the delisting return is 1e308; write -1 or more, as a fraction of the last close',
    ],
    [['2020-03-02', 'ACME', 'rename', ''], 'the new symbol is missing; write it as value'],
    [
      ['2020-03-02', 'ACME', 'rename', '..'],
      'the new symbol ".." cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end',
    ],
    [['2020-03-02', 'YIELD', 'split', '2'], 'YIELD is a yield, which has no split; remove the line'],
    [
      ['2020-03-02', 'EMCA', 'dividend', '1'],
      'EMCA has adjusted closes, which hold every dividend already; remove the line or give raw closes',
    ],
  ]
  for (const [row, sentence] of cases) {
    test(`refuses ${row.slice(1).join(' ')} with a remedy`, () => {
      assert.equal(read([row]).fault, `events.csv, line 2: ${sentence}`)
    })
  }

  test('refuses the same line twice, but not two dividends of one day', () => {
    const row = ['2020-03-02', 'ACME', 'dividend', '1']
    assert.equal(read([row, row]).fault, 'events.csv, line 3: this event appears twice; remove one of the lines')
    assert.equal(read([row, row.with(3, '2')]).fault, null)
  })

  test('refuses an event twice, however its number is written', () => {
    const row = ['2020-03-02', 'ACME', 'split', '2']
    const twice = 'events.csv, line 3: this event appears twice; remove one of the lines'
    for (const number of ['2.0', '4/2', '2e0']) assert.equal(read([row, row.with(3, number)]).fault, twice)
  })

  test('leaves alone what belongs to a faulty entry, and rows with a fault of their own', () => {
    const { events, fault } = read([['2020-03-02', 'FAULTY', 'split', '2'], null])
    assert.equal(fault, null)
    assert.equal(events.has('FAULTY'), false)
  })

  test('refuses other columns', () => {
    const { fault } = read([], ['symbol', 'date', 'type', 'value'])
    assert.equal(fault, 'events.csv, line 1: the columns must be date,symbol,type,value, got symbol,date,type,value; rename them')
  })
})
