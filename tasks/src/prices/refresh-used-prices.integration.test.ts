import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { countTickers, listAssets, temporaryDatabase } from '@portofino/database'
import { Interruption } from '@portofino/jobs'
import { dayNumber, isoDate } from '@portofino/market'
import { MarketDataError, sourceTrials } from '@portofino/market-data'
import { openTasksUnderTest } from '../tasks-under-test.ts'
import { openPricesUnderTest } from './prices-under-test.ts'
import { refreshUsedPrices, type RefreshWatch } from './refresh-used-prices.ts'

const { inventedYahoo } = await sourceTrials()
const start = dayNumber(2014, 1, 10)

/** Prices of three symbols as of the start, two of which were used lately; the clock stands ten days later. */
async function scene() {
  const yahoo = inventedYahoo(start)
  await using opened = new AsyncDisposableStack()
  const prices = opened.use(await openPricesUnderTest())
  const marketData = await prices.open('yahoo', { fetch: yahoo.fetch, now: yahoo.now })
  const tasks = opened.use(await openTasksUnderTest({ marketData, database: prices.database }))
  for (const symbol of ['STEADY', 'SPLIT', 'SPECIAL']) {
    const [instrument] = await marketData.describe(symbol)
    await marketData.history({ instrument: instrument!, from: start, to: start })
  }
  await marketData.describe('HALTED')
  const { db } = prices.database
  const used = ['SPLIT', 'SPLIT', 'STEADY', 'HALTED', 'ELSEWHERE']
  await db.transaction().execute(async (trx) => {
    await countTickers(trx, used, new Date(yahoo.now()))
    await countTickers(trx, ['SPECIAL'], new Date(yahoo.now() - 60 * 86_400_000))
  })
  yahoo.today = start + 10
  yahoo.requests.length = 0
  const progress: string[] = []
  const resources = opened.move()
  return {
    yahoo,
    prices,
    progress,
    context: tasks.context,
    tasks,
    refresh: async (given: Partial<RefreshWatch> = {}) =>
      refreshUsedPrices(tasks.context, {
        signal: new AbortController().signal,
        onProgress: (done, total) => progress.push(`${done}/${total}`),
        now: yahoo.now,
        betweenMs: 0,
        waitMs: 1,
        ...given,
      }),
    asked: () => yahoo.requests.map((address) => new URL(address).pathname.split('/').at(-1)),
    askedTo: async (symbol: string) => {
      const [asset] = await listAssets(db, 'yahoo', [symbol])
      return asset?.prices?.asked?.to
    },
    [Symbol.asyncDispose]: async () => resources.disposeAsync(),
  }
}

const busy = async (): Promise<Response> => new Response('', { status: 429 })

describe('the refresh of prices', () => {
  test('brings what was used lately up to date, the most used first, and asks for nothing twice', async () => {
    await using at = await scene()
    assert.deepEqual(await at.refresh(), { total: 2, failed: 0 })
    assert.deepEqual(at.asked(), ['SPLIT', 'STEADY'])
    assert.deepEqual(at.progress, ['0/2', '1/2', '2/2'])
    assert.deepEqual([await at.askedTo('SPLIT'), await at.askedTo('SPECIAL')], [isoDate(start + 10), isoDate(start)])
    await at.refresh()
    assert.equal(at.asked().length, 2)
  })

  test('goes on after a symbol that fails, whose prices stay', async () => {
    await using at = await scene()
    at.yahoo.fault = async (answer, { pathname }) => (pathname.endsWith('/SPLIT') ? new Response('{') : answer())
    assert.deepEqual(await at.refresh(), { total: 2, failed: 1 })
    assert.deepEqual([await at.askedTo('SPLIT'), await at.askedTo('STEADY')], [isoDate(start), isoDate(start + 10)])
  })

  test('waits when the provider wants it to, and gives up when it goes on so', async () => {
    await using at = await scene()
    at.yahoo.fault = async () => {
      at.yahoo.fault = null
      return busy()
    }
    assert.deepEqual(await at.refresh(), { total: 2, failed: 0 })
    at.yahoo.today += 10
    at.yahoo.requests.length = 0
    at.yahoo.fault = busy
    await assert.rejects(at.refresh(), (fault) => fault instanceof MarketDataError && fault.code === 'rate_limited')
    assert.equal(at.asked().length, 4)
  })

  test('ends at once when canceled, also while it waits', async () => {
    await using at = await scene()
    const stop = new AbortController()
    at.yahoo.fault = async () => {
      setImmediate(() => stop.abort(new Interruption('canceled')))
      return busy()
    }
    await assert.rejects(at.refresh({ signal: stop.signal, waitMs: 3_600_000 }))
    assert.equal(at.asked().length, 1)
    assert.equal(await at.askedTo('SPLIT'), isoDate(start))
  })

  test('is nothing for sources that have all their prices', async () => {
    await using database = await temporaryDatabase()
    await using tasks = await openTasksUnderTest({ database })
    const watch = { signal: new AbortController().signal, onProgress: () => undefined, now: Date.now, betweenMs: 0, waitMs: 1 }
    assert.deepEqual(await refreshUsedPrices(tasks.context, watch), { total: 0, failed: 0 })
  })

  test('as a job: waits or runs once, and is canceled where it runs', async () => {
    await using at = await scene()
    const { database } = at.context
    const asked = Promise.withResolvers<void>()
    const silent: typeof fetch = async (_, init) => {
      asked.resolve()
      await once(init!.signal!, 'abort')
      throw init!.signal!.reason
    }
    const marketData = await at.prices.open('yahoo', { fetch: silent })
    await using tasks = await openTasksUnderTest({ marketData, database })
    const { jobs } = tasks.context
    await database.db.transaction().execute(async (trx) => countTickers(trx, ['SPLIT'], new Date()))
    const enqueue = async () =>
      database.db.transaction().execute(async (trx) => jobs.enqueue(trx, { queue: 'prices.refresh', data: {} }))
    const id = await enqueue()
    assert.ok(id !== null)
    assert.equal(await enqueue(), null)
    await tasks.start()
    await asked.promise
    await database.db.transaction().execute(async (trx) => jobs.cancel(trx, { queue: 'prices.refresh', id }))
    jobs.interrupt(id)
    const canceled = async (): Promise<boolean> => {
      const { values } = await tasks.context.meters.jobDuration.get()
      return values.some(({ labels }) => labels.job === 'prices.refresh' && labels.outcome === 'canceled')
    }
    while (!(await canceled())) await database.isReachable()
    assert.equal(await at.askedTo('SPLIT'), isoDate(start))
  })
})
