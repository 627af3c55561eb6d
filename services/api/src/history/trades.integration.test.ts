import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { seriesSchema, tradesPageSchema } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2021-01-01 rebalance=daily cost=5bps'
type Trades = ReturnType<typeof seriesSchema.parse>['trades']

let app: ServedApplication
let token = ''
let path = ''
let all: Trades = []

async function finished(text: string): Promise<string> {
  const { body } = await app.call('POST', '/simulate', { token, json: { command: text } })
  await app.listen(`/ws/simulations/${body.task_id}`, { token })
  return `/history/${body.simulation_id}`
}

before(async () => {
  app = await servedApplication()
  token = await app.signUp('ann@example.com')
  path = await finished(command)
  all = seriesSchema.parse((await app.call('GET', `${path}/series`, { token })).body).trades
})
after(() => app[Symbol.asyncDispose]())

async function pageOf(query: string) {
  const { status, body } = await app.call('GET', `${path}/trades${query}`, { token })
  assert.equal(status, 200, JSON.stringify(body))
  return tradesPageSchema.parse(body)
}

/** Every page, joined. */
async function joined(query: Readonly<Record<string, string>>): Promise<Trades> {
  const trades: Trades = []
  for (let page = 1; ; page++) {
    const { total, root } = await pageOf(`?${new URLSearchParams({ ...query, page: String(page) }).toString()}`)
    trades.push(...root)
    if (root.length === 0) {
      assert.equal(trades.length, total)
      return trades
    }
  }
}

describe('the trades of a run', () => {
  test('are together those of the series, digit for digit', async () => {
    assert.ok(all.length > 400, `${all.length} trades`)
    for (const size of ['100', '37']) assert.deepEqual(await joined({ page_size: size }), all)
  })

  test('are the oldest first, a hundred a page, and none beyond the end', async () => {
    const first = await pageOf('')
    assert.deepEqual([first.page, first.page_size, first.total, first.root.length], [1, 100, all.length, 100])
    const dates = all.map(({ date }) => date)
    assert.deepEqual(dates, dates.toSorted())
    const last = Math.ceil(all.length / 100)
    assert.deepEqual((await pageOf(`?page=${last}`)).root, all.slice((last - 1) * 100))
    assert.deepEqual(await pageOf(`?page=${last + 1}`), { total: all.length, page: last + 1, page_size: 100, root: [] })
    assert.deepEqual((await pageOf('?page=1000000&page_size=1')).root, [])
  })

  test('are those of the days asked for, both included', async () => {
    const dates = all.map(({ date }) => date)
    const [some, later] = [dates[40]!, dates[150]!]
    // Also days without a session, and before and after the run.
    const ranges: { from?: string; to?: string }[] = [
      { from: some },
      { to: some },
      { from: some, to: later },
      { from: some, to: some },
      { from: '2020-04-10', to: '2020-04-12' },
      { from: '1990-01-01', to: '2030-01-01' },
    ]
    for (const range of ranges) {
      const { from = '', to = '9' } = range
      const within = all.filter(({ date }) => date >= from && date <= to)
      assert.deepEqual(await joined({ ...range, page_size: '30' }), within, JSON.stringify(range))
    }
    assert.equal((await pageOf(`?from=${some}&to=${some}`)).total, dates.filter((date) => date === some).length)
    for (const query of [`?from=${later}&to=${some}`, '?to=1999-12-31', '?from=2021-01-02'])
      assert.deepEqual(await pageOf(query), { total: 0, page: 1, page_size: 100, root: [] }, query)
  })

  test('are found by the task too', async () => {
    const { body } = await app.call('GET', path, { token })
    assert.deepEqual((await app.call('GET', `/history/${body.task_id}/trades`, { token })).body, await pageOf(''))
  })

  test('are nobody else’s, and gone with the run', async () => {
    const stranger = await app.signUp('eve@example.com')
    assert.equal((await app.call('GET', `${path}/trades`, { token: stranger })).status, 404)
    const other = await finished('AAPL-L-100% 2020-01-01 2020-03-01')
    assert.equal((await app.call('GET', `${other}/trades`, { token })).body.total, 1)
    await app.call('DELETE', other, { token })
    assert.equal((await app.call('GET', `${other}/trades`, { token })).status, 404)
  })
})

test('the series come without trades where that is asked', async () => {
  const [whole, without] = await Promise.all(
    ['true', 'false'].map(async (trades) => app.call('GET', `${path}/series?trades=${trades}`, { token })),
  )
  assert.deepEqual(seriesSchema.parse(whole!.body).trades, all)
  assert.deepEqual(without!.body, { ...whole!.body, trades: [] })
})

test('a run that is not done has no trades yet', async () => {
  await using waiting = await servedApplication({ works: false })
  const user = await waiting.signUp('ann@example.com')
  const { body } = await waiting.call('POST', '/simulate', { token: user, json: { command } })
  const [series, trades] = await Promise.all(
    ['series?trades=false', 'trades'].map(async (what) =>
      waiting.call('GET', `/history/${body.simulation_id}/${what}`, { token: user }),
    ),
  )
  assert.deepEqual([trades!.status, trades!.body.code], [409, 'simulation_not_done'])
  assert.deepEqual([trades!.body.detail, trades!.body.existing], [series!.body.detail, series!.body.existing])
})
