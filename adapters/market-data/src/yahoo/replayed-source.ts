import assert from 'node:assert/strict'
import type { Instrument } from '@portofino/market'
import { dayNumber } from '@portofino/market'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { inventedRefusal } from './invented-chart.ts'
import type { Exchange, ReplayedFetch } from './replayed-fetch.ts'
import { json, replayedFetch } from './replayed-fetch.ts'
import { yahooSource } from './yahoo-source.ts'

/** Test support: Yahoo as a source, asked about an invented share, with strictly replayed answers. */
export const acme: Instrument = {
  symbol: 'ACME',
  name: 'Acme Rockets',
  market: 'XNYS',
  calendar: 'XNYS',
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
}
export const request = { instrument: acme, from: dayNumber(2024, 1, 1), to: dayNumber(2024, 1, 31) }
export const rows = [
  { at: '2024-01-08T14:30:00Z', close: 10 },
  { at: '2024-01-09T14:30:00Z', close: 11 },
]
export const delisted = (): Response =>
  json(inventedRefusal('Not Found', 'No data found, symbol may be delisted'), { status: 404 })
export const chartAddress = 'https://query1.finance.yahoo.com/v8/finance/chart/'
export const searchAddress = 'https://query1.finance.yahoo.com/v1/finance/search?q='

const now = (): number => Date.parse('2024-02-01T12:00:00Z')

export function replayed(expected: readonly Exchange[]): ReplayedFetch & { source: MarketDataSource } {
  const replay = replayedFetch(expected)
  const source = yahooSource({ otherSources: 'Use --data sample.', fetch: replay.fetch, now, attempts: 1 })
  return { ...replay, source }
}

export const historyFrom = (reply: Response): ReturnType<MarketDataSource['history']> =>
  replayed([{ address: chartAddress, reply }]).source.history(request)

/** A check of what was thrown: a fault about ACME. */
export const fails =
  (code: string, message: RegExp) =>
  (fault: unknown): boolean => {
    assert.ok(fault instanceof MarketDataError, String(fault))
    assert.equal(fault.code, code, fault.message)
    assert.equal(fault.symbol, 'ACME')
    assert.match(fault.message, message)
    return true
  }
