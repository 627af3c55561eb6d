import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { inventedChart, inventedSearch } from './invented-chart.ts'
import { json } from './replayed-fetch.ts'
import { acme, chartAddress, delisted, fails, replayed, rows, searchAddress } from './replayed-source.ts'

describe('describe', () => {
  test('tells name, market, currency and first day', async () => {
    const { source } = replayed([
      { address: `${chartAddress}ACME?range=5d`, reply: json(inventedChart({ rows, meta: { currency: 'GBp' } })) },
    ])
    assert.deepEqual(await source.describe('acme'), [{ ...acme, currency: 'GBP', first: dayNumber(2024, 1, 8) }])
  })

  test('knows the indices that are yields', async () => {
    const meta = { symbol: '^TNX', exchangeName: 'CGI', instrumentType: 'INDEX', longName: 'Treasury Yield 10 Years' }
    const { source } = replayed([{ address: `${chartAddress}%5ETNX?range=5d`, reply: json(inventedChart({ rows, meta })) }])
    const [found] = await source.describe('^TNX')
    assert.deepEqual([found?.returns, found?.market, found?.calendar], ['yield', null, 'XNYS'])
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
      { symbol: 'ACME.L', exchange: 'LSE', quoteType: 'EQUITY', longname: 'Acme\u202E plc' },
      { symbol: 'ACM-EUR', exchange: 'CCC', quoteType: 'CRYPTOCURRENCY', shortname: 'Acmecoin EUR' },
      { symbol: 'ACM', exchange: 'NOWHERE', quoteType: 'EQUITY' },
      { symbol: 'AC ME', exchange: 'LSE', quoteType: 'EQUITY', longname: 'No command can name it' },
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
