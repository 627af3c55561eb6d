import assert from 'node:assert/strict'
import { readdir, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type Database, DatabaseError, openDatabase } from '@portofino/database'
import { dayNumber, type PriceHistory } from '@portofino/market'
import { type MarketDataSource, sourceTrials } from '@portofino/market-data'
import { sql } from 'kysely'
import { openPricesUnderTest } from './prices-under-test.ts'

const { inventedYahoo } = await sourceTrials()
const today = dayNumber(2014, 1, 10)
const from = dayNumber(2010, 1, 1)

/** Without what only a history just fetched tells. */
async function historyOf(
  source: MarketDataSource,
  { symbol = 'STEADY', to = today, signal = new AbortController().signal } = {},
) {
  const [instrument] = await source.describe(symbol)
  assert.ok(instrument)
  const { leftOut: _, ...stored } = await source.history({ instrument, from, to, signal })
  return stored
}

const pricesOf = ({ adjusted, raw, actions, version, asOf }: PriceHistory): object => ({ adjusted, raw, actions, version, asOf })

/** A provider that answers nothing until it is let. */
function heldYahoo() {
  const yahoo = inventedYahoo(today)
  const asked = Promise.withResolvers<void>()
  const answering = Promise.withResolvers<void>()
  const hold = (): void => {
    yahoo.fault = async (answer) => {
      asked.resolve()
      await answering.promise
      return answer()
    }
  }
  return { yahoo, hold, asked: asked.promise, release: answering.resolve }
}

describe('prices in the database', () => {
  test('are what the provider gave, on every host, without asking it again', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const given = { fetch: yahoo.fetch, now: yahoo.now }
    const first = await historyOf(await prices.open('yahoo', given), { symbol: 'SPLIT' })
    const [instrument] = await yahoo.source.describe('SPLIT')
    const provided = await yahoo.source.history({ instrument: instrument!, from, to: today })
    assert.deepEqual(pricesOf(first), pricesOf(provided))
    yahoo.requests.length = 0
    assert.deepEqual(await historyOf(await prices.open('yahoo', given), { symbol: 'SPLIT' }), first)
    assert.deepEqual(yahoo.requests, [])
  })

  test('two hosts that need the same at once ask once', async () => {
    await using prices = await openPricesUnderTest()
    await using second = await openDatabase({ dataDirectory: '', databaseUrl: prices.database.url, applicationName: 'second' })
    const { yahoo, hold, asked, release } = heldYahoo()
    const given = { fetch: yahoo.fetch, now: yahoo.now }
    const hosts = await Promise.all([prices.open('yahoo', given), prices.open('yahoo', { ...given, database: second })])
    await hosts[0].describe('STEADY')
    yahoo.requests.length = 0
    hold()
    const both = hosts.flatMap((host) => [historyOf(host), historyOf(host)])
    await asked
    await someoneWaits(prices.database)
    release()
    const versions = new Set((await Promise.all(both)).map(({ version }) => version))
    assert.equal(versions.size, 1)
    assert.equal(yahoo.requests.length, 1)
    assert.equal(await prices.fetched('first'), 1)
  })

  test('who no longer wants to wait for the other does not', async () => {
    await using prices = await openPricesUnderTest()
    const { yahoo, hold, asked, release } = heldYahoo()
    const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
    await source.describe('STEADY')
    hold()
    const fetching = historyOf(source)
    await asked
    const stop = new AbortController()
    const waiting = historyOf(source, { signal: stop.signal })
    const reason = new Error('no longer wanted')
    stop.abort(reason)
    await assert.rejects(waiting, reason)
    release()
    assert.ok((await fetching).adjusted.days.length > 1000)
  })

  test('more symbols at once than connections are fetched all the same', async () => {
    await using prices = await openPricesUnderTest()
    await using narrow = await openDatabase({
      dataDirectory: '',
      databaseUrl: prices.database.url,
      applicationName: 'narrow',
      maxConnections: 2,
    })
    const yahoo = inventedYahoo(today)
    const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now, database: narrow })
    const symbols = ['STEADY', 'SPLIT', 'SPECIAL', 'LONDON', 'HALTED', 'HUNDRED']
    const histories = await Promise.all(symbols.map(async (symbol) => historyOf(source, { symbol })))
    assert.ok(histories.every(({ adjusted }) => adjusted.days.length > 500))
  })

  test('a database that goes away during a fetch is a fault that passes, and nothing is stored by halves', async () => {
    await using prices = await openPricesUnderTest()
    await using second = await openDatabase({ dataDirectory: '', databaseUrl: prices.database.url, applicationName: 'second' })
    const { yahoo, hold, asked, release } = heldYahoo()
    const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now, database: second })
    await source.describe('STEADY')
    hold()
    const fetching = historyOf(source)
    await asked
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'second'`.execute(
      prices.database.db,
    )
    release()
    await assert.rejects(fetching, (fault) => fault instanceof DatabaseError && fault.code === 'database_unavailable')
    yahoo.fault = null
    assert.ok((await historyOf(source)).adjusted.days.length > 1000)
  })
})

describe('files of prices', () => {
  test('spare the database, and one that is damaged or gone is read from there', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const dataDirectory = join(prices.folder, 'one')
    const source = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now, dataDirectory })
    const first = await historyOf(source)
    const folder = join(dataDirectory, 'price-cache')
    assert.deepEqual(await readdir(folder), [`${first.version}.prices`])
    await sql`alter table price_versions rename to elsewhere`.execute(prices.database.db)
    assert.deepEqual(await historyOf(source), first)
    await sql`alter table elsewhere rename to price_versions`.execute(prices.database.db)
    await truncate(join(folder, `${first.version}.prices`), 1000)
    assert.deepEqual(await historyOf(source), first)
    await rm(folder, { recursive: true })
    assert.deepEqual(await historyOf(source), first)
    assert.deepEqual(await readdir(folder), [`${first.version}.prices`])
  })

  test('bytes that are damaged in the database are never used: they are fetched again', async () => {
    await using prices = await openPricesUnderTest()
    const yahoo = inventedYahoo(today)
    const given = { fetch: yahoo.fetch, now: yahoo.now }
    const first = await historyOf(await prices.open('yahoo', given))
    await sql`update price_versions set bytes = set_byte(bytes, 1000, 255 - get_byte(bytes, 1000))`.execute(prices.database.db)
    const again = await historyOf(await prices.open('yahoo', given))
    assert.deepEqual(pricesOf(again), pricesOf(first))
    assert.equal(await prices.fetched('replaced'), 1)
    assert.deepEqual(pricesOf(await historyOf(await prices.open('yahoo', given))), pricesOf(first))
    assert.equal(await prices.fetched('replaced'), 1)
  })
})

/** Until somebody has asked in vain for a lock that another holds. */
async function someoneWaits({ db }: Database): Promise<void> {
  const refused = sql`select from pg_stat_activity where query like '%pg_try_advisory_lock%' and state = 'idle'`
  while ((await refused.execute(db)).rows.length === 0);
}
