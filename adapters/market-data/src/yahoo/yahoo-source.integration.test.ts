import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Instrument, PriceHistory } from '@portofino/market'
import { dayNumber } from '@portofino/market'
import { MarketDataError } from '../market-data-error.ts'
import type { Behavior } from './fault-server.ts'
import { answers, cutsOff, endsEarly, faultServer, leadsTo, neverEnds, resets, stalls, staysSilent } from './fault-server.ts'
import { inventedChart } from './invented-chart.ts'
import type { YahooOptions } from './yahoo-source.ts'
import { yahooSource } from './yahoo-source.ts'

const good = JSON.stringify(
  inventedChart({
    rows: [
      { at: '2024-01-08T14:30:00Z', close: 10 },
      { at: '2024-01-09T14:30:00Z', close: 11 },
    ],
  }),
)
const instrument: Instrument = {
  symbol: 'ACME',
  name: 'Acme Rockets',
  market: 'XNYS',
  calendar: 'XNYS',
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
}

interface Outcome {
  history: PriceHistory | null
  fault: unknown
  requests: string[]
}

/** One history from a server that behaves like this, with a real `fetch` and real time limits. */
async function outcome(behaviors: readonly Behavior[], options: Partial<YahooOptions> = {}): Promise<Outcome> {
  await using server = await faultServer(behaviors)
  const source = yahooSource({
    otherSources: 'There is no other.',
    origins: [server.origin],
    cookieAddress: `${server.origin}/cookie`,
    now: () => Date.parse('2024-02-01T12:00:00Z'),
    wait: async () => {},
    attemptTimeoutMs: 300,
    attempts: 2,
    ...options,
  })
  const request = { instrument, from: dayNumber(2024, 1, 1), to: dayNumber(2024, 1, 31) }
  const told = await source.history(request).then(
    (history) => ({ history, fault: null }),
    (fault: unknown) => ({ history: null, fault }),
  )
  return { ...told, requests: server.requests }
}

describe('over a real connection, yahoo', () => {
  for (const [kind, behavior, code] of [
    ['a server that stays silent', staysSilent, 'unavailable'],
    ['a body that stalls', stalls(good), 'unavailable'],
    ['a body whose connection is reset', resets(good), 'unavailable'],
    ['a body shorter than announced', endsEarly(good), 'unavailable'],
    ['truncated JSON', cutsOff(good), 'malformed'],
    ['HTML with status 200', answers('<!doctype html><p>Sorry</p>', { 'content-type': 'text/html' }), 'malformed'],
  ] as const) {
    test(`survives ${kind}: asks again, and then takes the answer`, async () => {
      const { history, requests } = await outcome([behavior, answers(good)])
      assert.deepEqual([...(history?.adjusted.closes ?? [])], [10, 11])
      assert.equal(requests.length, 2)
    })

    test(`gives no data for ${kind}, but ${code}`, async () => {
      const { history, fault, requests } = await outcome([behavior])
      assert.equal(history, null)
      assert.ok(fault instanceof MarketDataError, String(fault))
      assert.deepEqual([fault.code, fault.symbol, requests.length], [code, 'ACME', 2])
    })
  }

  test('does not swallow a body without end', async () => {
    const { fault } = await outcome([neverEnds], { maxBytes: 1024 * 1024, attemptTimeoutMs: 5000 })
    assert.ok(fault instanceof MarketDataError)
    assert.equal(fault.code, 'malformed')
    assert.match(fault.message, /longer than 1048576 bytes/)
  })

  test('follows its own server, and nobody else’s', async () => {
    assert.notEqual((await outcome([leadsTo('/moved'), answers(good)])).history, null)
    await using stranger = await faultServer([answers(good)])
    const { fault } = await outcome([leadsTo(stranger.origin)])
    assert.ok(fault instanceof MarketDataError)
    assert.equal(fault.code, 'malformed')
    assert.deepEqual(stranger.requests, [])
  })

  test('lets a caller cancel while the body stalls', async () => {
    const stop = new AbortController()
    const reason = new Error('no longer wanted')
    const stalling: Behavior = (response, request) => {
      stalls(good)(response, request)
      stop.abort(reason)
    }
    await using server = await faultServer([stalling])
    const source = yahooSource({ otherSources: '', origins: [server.origin], cookieAddress: server.origin })
    const request = { instrument, from: 0, to: 1, signal: stop.signal }
    await assert.rejects(source.history(request), reason)
  })
})
