import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Day } from '@portofino/market'
import { isoDate, parseIsoDate } from '@portofino/market'
import fc from 'fast-check'
import { MarketDataError } from '../market-data-error.ts'
import { syntheticSource } from '../synthetic/synthetic-source.ts'
import { inventedChart, inventedRefusal, inventedSearch } from './invented-chart.ts'
import { inventedYahoo } from './invented-yahoo.ts'
import { json } from './replayed-fetch.ts'
import { acme, chartAddress, delisted, fails, historyFrom, replayed, request, rows, searchAddress } from './replayed-source.ts'

const day = (text: string): Day => parseIsoDate(text)!

/** The chart with one value replaced. */
function withValue(body: unknown, path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
  const steps = ['chart', 'result', '0', ...path.split('.')]
  const last = steps.pop()!
  let place = copy
  for (const step of steps) place = place[step] as Record<string, unknown>
  place[last] = value
  return copy
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
      const found = await historyFrom(reply)
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
      await assert.rejects(historyFrom(json(inventedChart({ rows, meta }))), fails('malformed', message))
    }
  })

  test('with a number that no price can be is malformed', async () => {
    const [first, second] = rows as [(typeof rows)[number], (typeof rows)[number]]
    const twoSplits = [1, 2].map((minute) => ({ at: `2024-01-09T14:3${minute}:00Z`, numerator: 1, denominator: 1e14 }))
    for (const [chart, message] of [
      [{ rows: [first, { ...second, close: -37 }] }, /the close of 2024-01-09 cannot be -37/],
      [{ rows: [first, { ...second, close: 1e300 }] }, /the close of 2024-01-09 cannot be 1e\+300/],
      [{ rows: [first, { ...second, close: 4.9e-324 }] }, /the close of 2024-01-09 cannot be 5e-324/],
      [{ rows: [first, { ...second, low: -1 }] }, /the low of 2024-01-09 cannot be -1/],
      [{ rows, splits: twoSplits }, /the close of 2024-01-08 cannot be 1e-27/],
      [{ rows, splits: [{ at: second.at, numerator: 1e300, denominator: 1 }] }, /the split of 2024-01-09 cannot be 1e\+300/],
      [{ rows, dividends: [{ at: second.at, amount: 1e-300 }] }, /the dividend of 2024-01-09 cannot be 1e-300/],
    ] as const) {
      await assert.rejects(historyFrom(json(inventedChart(chart))), fails('malformed', message))
    }
  })

  test('from a place whose time cannot be told is malformed, not without prices', async () => {
    const meta = { exchangeTimezoneName: 'Nowhere/Land', gmtoffset: 1e308 }
    await assert.rejects(historyFrom(json(inventedChart({ rows, meta }))), fails('malformed', /gmtoffset must be/))
  })

  test('of lists in lists is malformed', async () => {
    const deep = `{"chart":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    await assert.rejects(historyFrom(new Response(deep)), fails('malformed', /chart must be an object, got a list/))
  })

  test('tells the zeros that it left out', async () => {
    const zero = { at: '2024-01-10T14:30:00Z', close: 0 }
    const { adjusted, leftOut } = await historyFrom(json(inventedChart({ rows: [...rows, zero] })))
    assert.deepEqual([...adjusted.closes], [10, 11])
    assert.deepEqual(leftOut, [
      { kind: 'not-positive', day: day('2024-01-10'), message: 'close of 0 is not above zero and was left out' },
    ])
  })

  test('of a yield keeps zero and less, in percent', async () => {
    const instrument = { ...acme, symbol: '^IRX', returns: 'yield' as const }
    const meta = { symbol: '^IRX', exchangeName: 'CGI', instrumentType: 'INDEX' }
    const yields = [...rows, { at: '2024-01-10T14:30:00Z', close: 0 }, { at: '2024-01-11T14:30:00Z', close: -0.05 }]
    const { source } = replayed([{ address: `${chartAddress}%5EIRX`, reply: json(inventedChart({ rows: yields, meta })) }])
    const { adjusted, leftOut } = await source.history({ ...request, instrument })
    assert.deepEqual([...adjusted.closes], [10, 11, 0, -0.05])
    assert.deepEqual(leftOut, [])
  })

  test('with dividends missing from a throttled reply is unavailable', async () => {
    const throttled = rows.map((row, t) => ({ ...row, adjusted: [9.5, 11][t]! }))
    await assert.rejects(
      historyFrom(json(inventedChart({ rows: throttled }))),
      fails('unavailable', /dividend on 2024-01-09 that its events leave out/),
    )
  })

  test('of symbols that would name another address is not asked for', async () => {
    const { source } = replayed([])
    await assert.rejects(source.history({ ...request, instrument: { ...acme, symbol: '..' } }), { code: 'not_found' })
    assert.deepEqual(await source.describe('..'), [])
  })

  test('is a history or a fault of the provider, whatever value is spoiled', async () => {
    const paths = [
      'timestamp.0',
      'timestamp',
      'events.splits.7',
      'indicators.quote.0.close.1',
      'indicators.quote.0',
      'meta.symbol',
    ]
    const times = [
      'meta.regularMarketTime',
      'meta.firstTradeDate',
      'meta.gmtoffset',
      'meta.exchangeTimezoneName',
      'meta.currentTradingPeriod',
    ]
    const value = fc.oneof(fc.jsonValue(), fc.double({ noNaN: true }), fc.constantFrom(0, -1, 1e300, 1704724200))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths, ...times), value, async (path, spoiled) => {
        const told = await historyFrom(
          json(withValue(inventedChart({ rows, splits: [{ at: rows[1]!.at, numerator: 2, denominator: 1 }] }), path, spoiled)),
        ).catch((fault: unknown) => fault)
        if (told instanceof Error) assert.ok(told instanceof MarketDataError, String(told.stack))
      }),
    )
  })

  test('that Yahoo refuses otherwise is unavailable, or rate_limited if it says so', async () => {
    await assert.rejects(
      historyFrom(json(inventedRefusal('Internal Error', 'shard down'))),
      fails('unavailable', /Internal Error, "shard down"/),
    )
    await assert.rejects(historyFrom(json(inventedRefusal('Too Many Requests', ''))), fails('rate_limited', /refuses/))
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
