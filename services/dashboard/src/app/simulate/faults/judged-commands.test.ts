import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import type { Catalog, Instrument } from '@portofino/market'
import { judgedCommands, symbolsIn, withStrangers } from './judged-commands.ts'
import { writtenCommands } from '../written-commands.ts'

const apple: Instrument = {
  symbol: 'AAPL',
  name: 'Apple Inc.',
  market: 'XNAS',
  calendar: null,
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
}
const catalog: Catalog = {
  source: 'test',
  otherSources: '',
  find: (symbol) => (symbol === 'AAPL' ? [apple] : []),
  instruments: () => [apple],
}
const today = dayNumber(2026, 1, 1)
const judged = (text: string, answers = new Map()) => judgedCommands(writtenCommands(text), { catalog, today, answers })
const codes = (text: string) => judged(text).flatMap(({ faults }) => faults.map(({ code }) => code))

describe('judgedCommands', () => {
  test('what needs no server is said at once', () => {
    assert.deepEqual(codes('AAPL-X-50% MSFT-L-50% 2020 2021'), ['E107'])
    assert.deepEqual(codes('AAPL-L-100% 2020 2099'), ['E132'])
    assert.deepEqual(codes('AAPL-L-50% XNAS:AAPL-L-50% 2020 2021'), ['E122'])
    assert.deepEqual(codes('AAPL-L-100% 2020 2021'), [])
  })

  test('a symbol that was not heard of is no fault until the server says so', () => {
    const text = 'NOPE-L-50% LSE:AAPL-L-50% 2020 2021'
    assert.deepEqual(codes(text), [])
    assert.deepEqual(withStrangers(writtenCommands(`AAPL-L-100% 2020 2021\n${text}`), catalog), [text])
    assert.deepEqual(symbolsIn(writtenCommands(`AAPL-L-100% 2020 2021\n${text}`)), ['AAPL', 'NOPE'])
    const fault = {
      code: 'E301',
      severity: 'error',
      message: 'unknown symbol "NOPE"',
      span: { start: 0, end: 4 },
      related: [],
      fixes: [],
    }
    const answers = new Map([[text, [fault]]])
    assert.deepEqual(
      judged(`AAPL-L-100% 2020 2021\n${text}`, answers).map(({ faults }) => faults.map(({ code, start }) => [code, start])),
      [[], [['E301', 22]]],
    )
  })
})
