import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Day, Instrument } from '@portofino/market'
import { isoDate, parseIsoDate } from '@portofino/market'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { syntheticSource } from '../synthetic/synthetic-source.ts'
import { inventedChart, inventedRefusal, inventedSearch } from './invented-chart.ts'
import { inventedYahoo } from './invented-yahoo.ts'
import type { Exchange, ReplayedFetch } from './replayed-fetch.ts'
import { json, replayedFetch } from './replayed-fetch.ts'
import { yahooSource } from './yahoo-source.ts'

const day = (text: string): Day => parseIsoDate(text)!
const acme: Instrument = {
  symbol: 'ACME',
  name: 'Acme Rockets',
  market: 'XNYS',
  calendar: 'XNYS',
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
}
const request = { instrument: acme, from: day('2024-01-01'), to: day('2024-01-31') }
const rows = [
  { at: '2024-01-08T14:30:00Z', close: 10 },
  { at: '2024-01-09T14:30:00Z', close: 11 },
]
const delisted = (): Response => json(inventedRefusal('Not Found', 'No data found, symbol may be delisted'), { status: 404 })
const chartAddress = 'https://query1.finance.yahoo.com/v8/finance/chart/'
const searchAddress = 'https://query1.finance.yahoo.com/v1/finance/search?q='

const now = (): number => Date.parse('2024-02-01T12:00:00Z')

function replayed(expected: readonly Exchange[]): ReplayedFetch & { source: MarketDataSource } {
  const replay = replayedFetch(expected)
  const source = yahooSource({ otherSources: 'Use --data sample.', fetch: replay.fetch, now, attempts: 1 })
  return { ...replay, source }
}

const history = (reply: Response): ReturnType<MarketDataSource['history']> =>
  replayed([{ address: chartAddress, reply }]).source.history(request)

const fails = (code: string, message: RegExp) => (fault: unknown) => {
  assert.ok(fault instanceof MarketDataError, String(fault))
  assert.equal(fault.code, code, fault.message)
  assert.equal(fault.symbol, 'ACME')
  assert.match(fault.message, message)
  return true
}

describe('a history', () => {
  test('is asked for until today, however early it ends, so that no later split is missed', async () => {
    const { source, finish } = replayed([
      {
        address: `${chartAddress}ACME?period1=1703980800&period2=1706875200&interval=1d&events=div%2Csplits`,
        reply: json(inventedChart({ rows: [...rows, { at: '2024-01-31T14:30:00Z', close: 12 }] })),
      },
    ])
    const found = await source.history({ ...request, to: day('2024-01-15') })
    assert.deepEqual([...found.adjusted.closes], [10, 11])
    assert.equal(found.asOf, '2024-02-01T12:00:00.000Z')
    finish()
  })

  test('has its symbol encoded in the address', async () => {
    const instrument = { ...acme, symbol: 'M&M/X.NS' }
    const reply = json(inventedChart({ rows, meta: { symbol: 'M&M/X.NS' } }))
    const { source, finish } = replayed([{ address: `${chartAddress}M%26M%2FX.NS?period1=`, reply }])
    await source.history({ ...request, instrument })
    finish()
  })

  test('that Yahoo states to be empty is empty', async () => {
    const none = json(inventedRefusal('Bad Request', "Data doesn't exist for startDate = 1703980800, endDate = 1706875200"), {
      status: 400,
    })
    for (const reply of [none, json(inventedChart({ rows: [] }))]) {
      const found = await history(reply)
      assert.deepEqual([found.adjusted.days.length, found.raw?.days.length, found.actions.length], [0, 0, 0])
    }
  })

  test('of a missing symbol is not_found, and says how to use another source', async () => {
    const { source, finish } = replayed([
      { address: `${chartAddress}ACME`, reply: delisted() },
      { address: `${searchAddress}ACME`, reply: json(inventedSearch(['ACMY'])) },
    ])
    await assert.rejects(
      source.history(request),
      fails('not_found', /^Yahoo, asked for ACME, knows no such symbol\. Use --data sample$/),
    )
    finish()
  })

  test('"may be delisted" for a living symbol is unavailable', async () => {
    const { source, finish } = replayed([
      { address: `${chartAddress}ACME`, reply: delisted() },
      { address: `${searchAddress}ACME`, reply: json(inventedSearch(['ACMY', 'ACME'])) },
    ])
    await assert.rejects(source.history(request), fails('unavailable', /may be delisted, but still lists it/))
    finish()
  })

  test('of another symbol, interval or currency is malformed', async () => {
    for (const [meta, message] of [
      [{ symbol: 'ACMY' }, /it is about ACMY, not ACME/],
      [{ dataGranularity: '1mo' }, /rows stand for 1mo/],
      [{ currency: 'EUR' }, /it is in EUR, not in USD/],
      [{ currency: null }, /names no currency but null/],
      [{ currency: 'Usd' }, /names no currency but "Usd"/],
    ] as const) {
      await assert.rejects(history(json(inventedChart({ rows, meta }))), fails('malformed', message))
    }
  })

  test('with dividends missing from a throttled reply is unavailable', async () => {
    const throttled = rows.map((row, t) => ({ ...row, adjusted: [9.5, 11][t]! }))
    await assert.rejects(
      history(json(inventedChart({ rows: throttled }))),
      fails('unavailable', /dividend on 2024-01-09 that its events leave out/),
    )
  })

  test('of symbols that would name another address is not asked for', async () => {
    const { source } = replayed([])
    await assert.rejects(source.history({ ...request, instrument: { ...acme, symbol: '..' } }), { code: 'not_found' })
    assert.deepEqual(await source.describe('..'), [])
  })

  test('that Yahoo refuses otherwise is unavailable, or rate_limited if it says so', async () => {
    await assert.rejects(
      history(json(inventedRefusal('Internal Error', 'shard down'))),
      fails('unavailable', /Internal Error, "shard down"/),
    )
    await assert.rejects(history(json(inventedRefusal('Too Many Requests', ''))), fails('rate_limited', /refuses/))
  })
})

describe('describe', () => {
  test('tells name, market, currency and first day', async () => {
    const { source } = replayed([
      { address: `${chartAddress}ACME?range=5d`, reply: json(inventedChart({ rows, meta: { currency: 'GBp' } })) },
    ])
    assert.deepEqual(await source.describe('acme'), [{ ...acme, currency: 'GBP', first: day('2024-01-08') }])
  })

  test('takes a chart of nowhere in no currency for a symbol that does not exist', async () => {
    const nowhere = inventedChart({ rows: [], meta: { currency: null, exchangeName: 'YHD', instrumentType: 'MUTUALFUND' } })
    const { source, finish } = replayed([
      { address: chartAddress, reply: json(nowhere) },
      { address: searchAddress, reply: json(inventedSearch([])) },
    ])
    assert.deepEqual(await source.describe('ACME'), [])
    finish()
  })

  test('fails when another symbol is described', async () => {
    const { source } = replayed([{ address: chartAddress, reply: json(inventedChart({ rows, meta: { symbol: 'ACMY' } })) }])
    await assert.rejects(source.describe('ACME'), fails('malformed', /about ACMY/))
  })
})

describe('search and catalog', () => {
  test('leave out what has no exchange or no known currency', async () => {
    const quotes = [
      { symbol: 'ACME.L', exchange: 'LSE', quoteType: 'EQUITY', longname: 'Acme plc' },
      { symbol: 'ACM-EUR', exchange: 'CCC', quoteType: 'CRYPTOCURRENCY', shortname: 'Acmecoin EUR' },
      { symbol: 'ACM', exchange: 'NOWHERE', quoteType: 'EQUITY' },
      { index: 'private', name: 'Acme Labs' },
      null,
    ]
    const { source } = replayed([{ address: `${searchAddress}ac+me&quotesCount=20`, reply: json({ quotes }) }])
    const found = await source.search('ac me')
    assert.deepEqual(
      found.map(({ symbol, name, market, currency }) => [symbol, name, market, currency]),
      [
        ['ACME.L', 'Acme plc', 'XLON', 'GBP'],
        ['ACM-EUR', 'Acmecoin EUR', 'CRYPTO', 'EUR'],
      ],
    )
  })

  test('offer what is similar to a symbol that does not exist', async () => {
    const { source, finish } = replayed([
      { address: `${chartAddress}ACME`, reply: delisted() },
      { address: `${searchAddress}ACME`, reply: json(inventedSearch(['ACMY'])) },
    ])
    const catalog = await source.catalog(['ACME', 'acme'])
    assert.deepEqual(catalog.find('ACME'), [])
    assert.deepEqual(
      Array.from(catalog.instruments(), ({ symbol }) => symbol),
      ['ACMY'],
    )
    finish()
  })
})

test('raw prices and events are those of the market that Yahoo tells adjusted, in pounds and through splits', async () => {
  const decade = { from: day('2010-01-01'), to: day('2020-10-30') }
  const yahoo = inventedYahoo(day('2020-12-31'))
  const truth = syntheticSource({ otherSources: '', today: yahoo.today })
  for (const symbol of ['STEADY', 'SPLIT', 'SPECIAL', 'LONDON', 'MISSING']) {
    const [instrument] = await yahoo.source.describe(symbol)
    const told = await yahoo.source.history({ instrument: instrument!, ...decade })
    const known = await truth.history({ instrument: (await truth.describe(symbol))[0]!, ...decade })
    assert.deepEqual(Array.from(told.raw!.days, isoDate), Array.from(known.raw!.days, isoDate), symbol)
    for (const column of ['open', 'high', 'low', 'close', 'volume'] as const) {
      for (const [t, value] of told.raw![column].entries()) assert.ok(Math.abs(value / known.raw![column][t]! - 1) < 1e-12)
    }
    assert.deepEqual(
      told.actions.map(({ type, day: on }) => [type, on]),
      known.actions.map(({ type, day: on }) => [type, on]),
    )
    const scale = told.adjusted.closes[0]! / known.adjusted.closes[0]!
    for (const [t, close] of told.adjusted.closes.entries()) {
      assert.ok(Math.abs(close / (known.adjusted.closes[t]! * scale) - 1) < 1e-12)
    }
  }
})
