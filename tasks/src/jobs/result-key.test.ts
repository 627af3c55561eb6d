import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LoadedPrices } from '@portofino/market-data'
import { type ResultIdentity, resultKey } from './result-key.ts'

const data: LoadedPrices['data'] = { source: 'sample', version: 'v1', asOf: '2022-12-28' }
const sessions = (days: readonly number[]): LoadedPrices['marketSessions'] => new Map([['XNYS', Int32Array.from(days)]])
const identity: ResultIdentity = {
  hash: 'a',
  command: 'AAPL-L-100% 2020 2021',
  dialect: 'default',
  prices: { data, marketSessions: sessions([1, 2, 3]) },
}
const keyOf = (changed: Partial<ResultIdentity> = {}): string => resultKey({ ...identity, ...changed }).toString('hex')

describe('resultKey', () => {
  test('is the same for the same', () => {
    assert.equal(keyOf({ prices: { data: { ...data }, marketSessions: sessions([1, 2, 3]) } }), keyOf())
  })

  const others: Record<string, Partial<ResultIdentity>> = {
    'the command as resolved': { hash: 'b' },
    'the command as typed': { command: 'aapl-l-100% 2020 2021' },
    'the dialect': { dialect: 'legacy' },
    'the source': { prices: { ...identity.prices, data: { ...data, source: 'csv' } } },
    'the version of the prices': { prices: { ...identity.prices, data: { ...data, version: 'v2' } } },
    'the day of the prices': { prices: { ...identity.prices, data: { ...data, asOf: '2022-12-29' } } },
    'a session of a market': { prices: { data, marketSessions: sessions([1, 2, 4]) } },
    'one more session': { prices: { data, marketSessions: sessions([1, 2, 3, 4]) } },
    'which market it is': { prices: { data, marketSessions: new Map([['XLON', Int32Array.of(1, 2, 3)]]) } },
  }
  for (const [name, changed] of Object.entries(others)) {
    test(`changes with ${name}`, () => assert.notEqual(keyOf(changed), keyOf()))
  }
})
