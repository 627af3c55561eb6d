import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { parseIsoDate } from '@portofino/market'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { priceStore } from '../store/price-store.ts'
import type { RefreshReport } from '../store/refresh.ts'
import { storedSource } from '../store/stored-source.ts'
import { inventedRefusal, inventedSearch } from './invented-chart.ts'
import type { InventedYahoo } from './invented-yahoo.ts'
import { inventedYahoo } from './invented-yahoo.ts'
import { json } from './replayed-fetch.ts'

const day = (text: string): Day => parseIsoDate(text)!
const root = await mkdtemp(join(tmpdir(), 'portofino-yahoo-'))
after(() => rm(root, { recursive: true }))
let stores = 0

interface Scene {
  yahoo: InventedYahoo
  source: MarketDataSource
  reports: RefreshReport[]
  /** Everything until the evening of the day, after moving the clock there. */
  historyOn: (date: string) => Promise<PriceHistory>
  instrument: Instrument
}

/** Yahoo behind a price store of its own on the disk. */
async function scene(symbol: string, date: string): Promise<Scene> {
  const yahoo = inventedYahoo(day(date))
  const reports: RefreshReport[] = []
  const source = storedSource(yahoo.source, {
    store: priceStore(join(root, String(stores++)), 'yahoo'),
    otherSources: 'There are others.',
    now: yahoo.now,
    onRefresh: (report) => reports.push(report),
  })
  const [instrument] = await yahoo.source.describe(symbol)
  assert.ok(instrument !== undefined)
  const historyOn = async (today: string): Promise<PriceHistory> => {
    yahoo.today = day(today)
    return source.history({ instrument, from: day('2010-01-01'), to: yahoo.today })
  }
  return { yahoo, source, reports, historyOn, instrument }
}

/** What one who never asked before gets. */
async function fullHistory(instrument: Instrument, date: string): Promise<PriceHistory> {
  return inventedYahoo(day(date)).source.history({ instrument, from: day('2010-01-01'), to: day(date) })
}

function assertSameReturns(one: PriceHistory, other: PriceHistory): void {
  const shared = Math.min(one.adjusted.days.length, other.adjusted.days.length)
  assert.ok(shared > 100)
  for (let t = 1; t < shared; t++) {
    assert.equal(one.adjusted.days[t], other.adjusted.days[t])
    const [growth, otherGrowth] = [one, other].map(({ adjusted }) => adjusted.closes[t]! / adjusted.closes[t - 1]!)
    assert.ok(Math.abs(growth! / otherGrowth! - 1) < 1e-12, `session ${t}`)
  }
}

describe('Yahoo behind the price store', () => {
  for (const [split, before, onTheDay, later] of [
    ['4 for 1', '2014-06-06', '2014-06-09', '2014-07-01'],
    ['1 for 10', '2020-08-28', '2020-08-31', '2020-10-01'],
  ] as const) {
    test(`a refetch after a split (${split}) changes no return, on its day or later`, async () => {
      for (const date of [onTheDay, later]) {
        const { historyOn, reports } = await scene('SPLIT', before)
        const [first, second] = [await historyOn(before), await historyOn(date)]
        assert.match(reports.at(-1)!.reason!, /^(a split on .* is new|the close of .* changed)$/)
        assertSameReturns(first, second)
        for (const [t, close] of first.raw!.close.entries()) assert.ok(Math.abs(close / second.raw!.close[t]! - 1) < 1e-12)
      }
    })
  }

  for (const symbol of ['STEADY', 'SPLIT', 'SPECIAL', 'LONDON', 'HALTED', 'HUNDRED']) {
    test(`cached and incremental is the same as full: ${symbol}`, async () => {
      const dates = [
        '2013-11-29',
        '2013-12-06',
        '2013-12-09',
        '2014-03-31',
        '2014-06-09',
        '2014-06-10',
        '2018-11-05',
        '2018-11-12',
        '2020-08-31',
      ]
      const { historyOn, instrument } = await scene(symbol, dates[0]!)
      for (const date of dates) {
        const full = await fullHistory(instrument, date)
        const incremental = await historyOn(date)
        assert.equal(incremental.version, full.version, date)
        assert.deepEqual(incremental.adjusted, full.adjusted)
        assert.deepEqual(incremental.actions, full.actions)
      }
    })
  }

  test('asks only for the newest sessions once it has the others', async () => {
    const { yahoo, historyOn, reports } = await scene('STEADY', '2014-01-10')
    await historyOn('2014-01-10')
    yahoo.requests.length = 0
    await historyOn('2014-01-13')
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['first', 'extended'],
    )
    assert.equal(yahoo.requests.length, 1)
    assert.ok(Number(new URL(yahoo.requests[0]!).searchParams.get('period1')) > Date.UTC(2013, 11, 15) / 1000)
  })
})

type Spoiling = NonNullable<InventedYahoo['fault']>

/** The good answer with its chart changed. */
const spoiled =
  (
    change: (chart: {
      meta: Record<string, unknown>
      events: unknown
      indicators: { quote: { close: number[] }[]; adjclose: unknown }
    }) => void,
  ): Spoiling =>
  async (answer) => {
    const body = (await (await answer()).json()) as { chart: { result: Parameters<typeof change>[0][] } }
    change(body.chart.result[0]!)
    return json(body)
  }

/** Every fault of a provider that a reply can have: what it is called, how it comes about, its code. */
const faults: readonly (readonly [string, Spoiling, string])[] = [
  ['429', async () => new Response('Too Many Requests', { status: 429 }), 'rate_limited'],
  ['429 with Retry-After', async () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), 'rate_limited'],
  ['200 with an error text', async () => new Response('Will be right back'), 'malformed'],
  ['HTML', async () => new Response('<!doctype html><title>Yahoo</title>'), 'malformed'],
  ['truncated JSON', async (answer) => new Response((await (await answer()).text()).slice(0, -9)), 'malformed'],
  ['a reset body', async () => Promise.reject(new TypeError('terminated')), 'unavailable'],
  ['a fault of the server', async () => new Response('', { status: 503 }), 'unavailable'],
  ['an expired session that is not renewed', async () => new Response('', { status: 401 }), 'unauthorized'],
  ['another symbol’s data', spoiled(({ meta }) => (meta['symbol'] = 'OTHER')), 'malformed'],
  ['no currency', spoiled(({ meta }) => (meta['currency'] = null)), 'malformed'],
  ['pence for pounds', spoiled(({ meta }) => (meta['currency'] = 'GBp')), 'malformed'],
  ['columns of different lengths', spoiled(({ indicators }) => indicators.quote[0]!.close.pop()), 'malformed'],
  [
    '"delisted" for a living symbol',
    async (_, { pathname }) =>
      pathname.startsWith('/v1/')
        ? json(inventedSearch(['STEADY']))
        : json(inventedRefusal('Not Found', 'No data found, symbol may be delisted'), { status: 404 }),
    'unavailable',
  ],
  [
    'an empty chart of a symbol that has just traded',
    spoiled((chart) => Object.assign(chart, { timestamp: [], indicators: { quote: [{}] }, events: undefined })),
    'unavailable',
  ],
]

const codeOf = (code: string, message: RegExp) => (fault: unknown) => {
  assert.ok(fault instanceof MarketDataError, String(fault))
  assert.equal(fault.code, code, fault.message)
  assert.match(fault.message, message)
  return true
}

describe('one failed download is cached as empty rows for ever: never again', () => {
  for (const [what, fault, code] of faults) {
    test(`${what}, at first: nothing is stored, and the next download is whole`, async () => {
      const { yahoo, historyOn, reports } = await scene('STEADY', '2014-01-10')
      yahoo.fault = fault
      await assert.rejects(historyOn('2014-01-10'), codeOf(code, /^Yahoo.*STEADY.*no prices of STEADY were stored before$/))
      yahoo.fault = null
      const { adjusted } = await historyOn('2014-01-10')
      assert.ok(adjusted.days.length > 1000)
      assert.deepEqual(
        reports.map(({ outcome }) => outcome),
        ['first'],
      )
    })
  }
})

describe('a failed refresh leaves the stored version:', () => {
  for (const [what, fault, code] of faults) {
    test(what, async () => {
      const { yahoo, source, historyOn, instrument } = await scene('STEADY', '2014-01-10')
      const first = await historyOn('2014-01-10')
      yahoo.fault = fault
      await assert.rejects(
        historyOn('2014-06-30'),
        codeOf(code, /the stored prices of STEADY from 2010-01-04 to 2014-01-10 were kept$/),
      )
      const kept = await source.history({ instrument, from: day('2010-01-01'), to: day('2014-01-09') })
      assert.equal(kept.version, first.version)
      yahoo.fault = null
      const full = await fullHistory(instrument, '2014-06-30')
      assert.equal((await historyOn('2014-06-30')).version, full.version)
    })
  }

  test('dividends missing from a throttled reply, when everything is fetched again', async () => {
    const { yahoo, historyOn } = await scene('STEADY', '2014-01-10')
    await historyOn('2014-01-10')
    yahoo.fault = spoiled((chart) => {
      chart.events = {}
      chart.indicators.quote[0]!.close[5]! += 1
    })
    await assert.rejects(
      historyOn('2014-01-21'),
      codeOf('unavailable', /leaves out the dividend of 2010-03-15 that it had told before.*were kept$/),
    )
  })

  test('dividends missing from a throttled reply, among the newest sessions', async () => {
    const { yahoo, historyOn } = await scene('STEADY', '2014-03-19')
    await historyOn('2014-03-19')
    yahoo.fault = spoiled((chart) => (chart.events = {}))
    await assert.rejects(historyOn('2014-03-21'), codeOf('unavailable', /leaves out the dividend of/))
  })

  test('a symbol that Yahoo has forgotten, with all its past', async () => {
    const { source, historyOn, instrument } = await scene('GONE', '2019-03-28')
    const first = await historyOn('2019-03-28')
    await assert.rejects(historyOn('2019-05-31'), codeOf('not_found', /knows no such symbol.*were kept$/))
    const kept = await source.history({ instrument, from: day('2010-01-01'), to: day('2019-03-27') })
    assert.equal(kept.version, first.version)
    assert.deepEqual(kept.adjusted.days, first.adjusted.days.subarray(0, -1))
  })
})
