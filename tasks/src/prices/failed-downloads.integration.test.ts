import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Database, findAsset } from '@portofino/database'
import { dayNumber, type PriceHistory } from '@portofino/market'
import { MarketDataError, type MarketDataSource, sourceTrials } from '@portofino/market-data'
import { openTasksUnderTest } from '../tasks-under-test.ts'
import { openPricesUnderTest, type PricesUnderTest } from './prices-under-test.ts'

const { inventedYahoo, inventedRefusal, faultServer, resets, endsEarly, cutsOff, answers } = await sourceTrials()
const today = dayNumber(2014, 1, 10)
const from = dayNumber(2010, 1, 1)

async function storedVersions({ database: { db } }: Pick<PricesUnderTest, 'database'>): Promise<string[]> {
  const rows = await db.selectFrom('price_versions').select('version').execute()
  return rows.map(({ version }) => version)
}

async function isPriced(database: Database, symbol: string): Promise<boolean> {
  const asset = await findAsset(database.db, { source: 'yahoo', symbol, market: 'XNYS' })
  return asset !== undefined && asset.prices !== null
}

async function historyOf(source: MarketDataSource, symbol = 'STEADY', to = today): Promise<PriceHistory> {
  const [instrument] = await source.describe(symbol)
  assert.ok(instrument)
  return source.history({ instrument, from, to })
}

const faulty = (code: string, message: RegExp) => (fault: unknown) => {
  assert.ok(fault instanceof MarketDataError, String(fault))
  assert.equal(fault.code, code)
  assert.match(fault.message, message)
  return true
}

describe('one failed download is cached as empty rows for ever: never again, on any host', () => {
  const whole = JSON.stringify({ chart: { result: [{ meta: {}, timestamp: [], indicators: { quote: [{}] } }], error: null } })
  const connections = {
    'a connection that is reset': { behavior: resets(whole), code: 'unavailable' },
    'a connection that ends early': { behavior: endsEarly(whole), code: 'unavailable' },
    'an answer that is cut off': { behavior: cutsOff(whole), code: 'malformed' },
    'an answer without rows': { behavior: answers(whole), code: 'malformed' },
    'a page instead of an answer': { behavior: answers('<!doctype html>'), code: 'malformed' },
  }
  for (const [what, { behavior, code }] of Object.entries(connections)) {
    test(`${what} stores nothing, and the next download on another host is whole`, async () => {
      await using prices = await openPricesUnderTest()
      await using broken = await faultServer([behavior])
      const yahoo = inventedYahoo(today)
      const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
      const [instrument] = await source.describe('STEADY')
      assert.ok(instrument)
      const away = await prices.open('yahoo', { now: yahoo.now, fetch: async (_, init) => fetch(broken.origin, init) })
      await assert.rejects(away.history({ instrument, from, to: today }), faulty(code, /no prices of STEADY were stored before$/))
      assert.deepEqual(await storedVersions(prices), [])
      assert.equal(await isPriced(prices.database, 'STEADY'), false)
      assert.equal(await prices.fetched(code), 1)
      assert.ok((await historyOf(source)).adjusted.days.length > 1000)
      assert.equal(await prices.fetched('first'), 1)
    })
  }

  test('a failed refresh leaves the version that every host reads', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const given = { fetch: yahoo.fetch, now: yahoo.now }
    const first = await historyOf(await prices.open('yahoo', given))
    yahoo.today += 30
    yahoo.fault = async () => new Response('', { status: 429, headers: { 'retry-after': '60' } })
    const other = await prices.open('yahoo', given)
    await assert.rejects(
      historyOf(other, 'STEADY', yahoo.today),
      faulty('rate_limited', /from 2010-01-04 to 2014-01-10 were kept$/),
    )
    assert.deepEqual(await storedVersions(prices), [first.version])
    assert.equal((await historyOf(other, 'STEADY', today - 1)).version, first.version)
  })

  test('no rows are stored only when the provider itself states that there are none, and then as that fact', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const given = { fetch: yahoo.fetch, now: yahoo.now }
    const source = await prices.open('yahoo', given)
    await source.describe('STEADY')
    const stated = inventedRefusal('Bad Request', "Data doesn't exist for startDate = 1262304000, endDate = 1389398400")
    yahoo.fault = async () => Response.json(stated, { status: 400 })
    assert.equal((await historyOf(source)).adjusted.days.length, 0)
    yahoo.fault = async () => Promise.reject(new TypeError('nobody asks again'))
    assert.equal((await historyOf(await prices.open('yahoo', given))).adjusted.days.length, 0)
    assert.equal((await storedVersions(prices)).length, 1)
  })
})

describe('a run whose prices cannot be had', () => {
  const command = 'STEADY-L-100% 2013-01-02 2013-12-31'

  test('fails with the reason, stores nothing, and succeeds when ordered again', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const marketData = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
    await using tasks = await openTasksUnderTest({ marketData, database: prices.database })
    await tasks.start()
    const userId = await tasks.newUser()
    await marketData.describe('STEADY')
    yahoo.fault = async () => new Response('{"chart":')
    const failed = (await tasks.messages({ userId, ...(await tasks.submit({ userId, command })) })).at(-1)
    assert.deepEqual([failed?.status, failed?.error?.code], ['failed', 'prices_malformed'])
    assert.match(failed?.error?.detail ?? '', /STEADY/)
    assert.deepEqual(await storedVersions(prices), [])
    yahoo.fault = null
    const done = (await tasks.messages({ userId, ...(await tasks.submit({ userId, command })) })).at(-1)
    assert.equal(done?.status, 'done')
    assert.equal((await storedVersions(prices)).length, 1)
  })

  test('is tried again by itself where that may help', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const marketData = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
    await using tasks = await openTasksUnderTest({ marketData, database: prices.database })
    await tasks.start()
    const userId = await tasks.newUser()
    await marketData.describe('STEADY')
    yahoo.fault = async () => {
      yahoo.fault = null
      return new Response('', { status: 503 })
    }
    const messages = await tasks.messages({ userId, ...(await tasks.submit({ userId, command })) })
    assert.equal(messages.at(-1)?.status, 'done')
    assert.ok(messages.some(({ step }) => step?.startsWith('waiting to try again: Yahoo') === true))
  })
})
