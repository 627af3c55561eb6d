import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { MarketDataError, sourceTrials } from '@portofino/market-data'
import { checkCommand } from '../check-command.ts'
import { openPricesUnderTest } from './prices-under-test.ts'

const { inventedYahoo } = await sourceTrials()
const week = 7 * 86_400_000

/** Yahoo, a host that asks it, and the present moment of both. */
async function scene() {
  const yahoo = inventedYahoo(dayNumber(2014, 1, 10))
  const prices = await openPricesUnderTest()
  const clock = { ahead: 0 }
  // Rows are dated by the database.
  const now = (): number => Date.now() + clock.ahead
  const open = async () => prices.open('yahoo', { fetch: yahoo.fetch, now })
  return { yahoo, clock, open, [Symbol.asyncDispose]: async () => prices[Symbol.asyncDispose]() }
}

const away = async (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))

const silent: typeof fetch = async (_, init) => {
  await once(init!.signal!, 'abort')
  throw init!.signal!.reason
}
const isAway = (fault: unknown) => fault instanceof MarketDataError && fault.code === 'unavailable'

describe('the catalog of a provider', () => {
  test('is asked once for all hosts, so a command is checked without the provider', async () => {
    await using at = await scene()
    const order = { command: 'STEADY-L-50% LONDON-L-50% 2012-01-01 2013-01-01', dialect: 'default' as const }
    assert.equal((await checkCommand({ marketData: await at.open() }, order)).kind, 'sound')
    at.yahoo.fault = away
    const elsewhere = { marketData: await at.open() }
    assert.equal((await checkCommand(elsewhere, order)).kind, 'sound')
    await assert.rejects(checkCommand(elsewhere, { ...order, command: 'STEADY-L-50% SPLIT-L-50% 2012 2013' }), MarketDataError)
  })

  test('an unknown symbol is E301 with the source and how to switch it, and is asked for again', async () => {
    await using at = await scene()
    const source = await at.open()
    for (const asked of [1, 2]) {
      at.yahoo.requests.length = 0
      const checked = await checkCommand({ marketData: source }, { command: 'NOSUCH-L-100% 2012 2013', dialect: 'default' })
      const [fault] = checked.diagnostics
      assert.equal(fault?.code, 'E301', String(asked))
      assert.match(`${fault?.message} ${fault?.help}`, /yahoo/)
      assert.match(`${fault?.message} ${fault?.help}`, /MARKET_DATA: sample, csv:DIR/)
      assert.ok(at.yahoo.requests.length > 0)
    }
  })

  test('a description without prices is believed for a week, and longer while the provider is away', async () => {
    await using at = await scene()
    const source = await at.open()
    const [first] = await source.describe('STEADY')
    at.yahoo.requests.length = 0
    assert.deepEqual(await source.describe('STEADY'), [first])
    assert.equal(at.yahoo.requests.length, 0)
    at.clock.ahead = week + 60_000
    at.yahoo.fault = away
    assert.deepEqual(await source.describe('STEADY'), [first])
    at.yahoo.fault = null
    at.yahoo.requests.length = 0
    assert.deepEqual(await source.describe('STEADY'), [first])
    assert.equal(at.yahoo.requests.length, 1)
  })

  test('finds what is known without the provider, and more with it', async () => {
    await using at = await scene()
    const source = await at.open()
    await source.describe('STEADY')
    at.yahoo.requests.length = 0
    assert.deepEqual(
      (await source.search('steady')).map(({ symbol }) => symbol),
      ['STEADY'],
    )
    assert.equal(at.yahoo.requests.length, 0)
    assert.deepEqual(
      (await source.search('SPLI')).map(({ symbol }) => symbol),
      ['SPLIT'],
    )
    at.yahoo.fault = away
    assert.deepEqual(
      (await source.search('stea')).map(({ symbol }) => symbol),
      ['STEADY'],
    )
    await assert.rejects(source.search('SPLI'), isAway)
  })

  test('a provider that is too slow for who asks is away, not an unknown symbol', async () => {
    await using prices = await openPricesUnderTest()
    const source = await prices.open('yahoo', { fetch: silent })
    await assert.rejects(source.catalog(['STEADY'], AbortSignal.timeout(20)), isAway)
    const reason = new Error('no longer wanted')
    await assert.rejects(source.catalog(['STEADY'], AbortSignal.abort(reason)), reason)
  })
})
