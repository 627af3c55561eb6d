import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { marketOf, yahooMarket } from './yahoo-markets.ts'

describe('marketOf', () => {
  for (const [exchange, kind, market, calendar] of [
    ['NMS', 'EQUITY', 'XNAS', 'XNAS'],
    ['NGM', 'EQUITY', 'XNAS', 'XNAS'],
    ['NYQ', 'EQUITY', 'XNYS', 'XNYS'],
    ['PCX', 'ETF', 'ARCX', 'XNYS'],
    ['LSE', 'EQUITY', 'XLON', null],
    ['GER', 'EQUITY', 'XETR', null],
    ['HKG', 'EQUITY', 'XHKG', null],
    ['JPX', 'EQUITY', 'XTKS', null],
    ['CCC', 'CRYPTOCURRENCY', 'CRYPTO', 'everyday'],
    ['ELSEWHERE', 'CRYPTOCURRENCY', 'CRYPTO', 'everyday'],
    ['SNP', 'INDEX', null, 'XNYS'],
    ['PAR', 'INDEX', null, null],
    ['XYZ', 'EQUITY', 'XYZ', null],
  ] as const) {
    test(`${kind} on ${exchange} trades in ${market}, calendar ${calendar}`, () => {
      assert.deepEqual(marketOf(exchange, kind), { market, calendar })
    })
  }
})

test('an exchange outside the list is unknown', () => assert.equal(yahooMarket('XYZ'), null))
