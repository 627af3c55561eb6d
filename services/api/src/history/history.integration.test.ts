import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { request } from 'node:http'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { exampleCommand, historyEntrySchema, historyPageSchema, seriesSchema } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const commands = [exampleCommand, `${exampleCommand} rebalance=monthly`, 'AAPL-L-50% MSFT-S-50% 2020-01-01 2023-01-01']

let app: ServedApplication
let token = ''
const ids: number[] = []
before(async () => {
  app = await servedApplication()
  token = await app.signUp('ann@example.com')
  for (const command of commands) {
    const { body } = await app.call('POST', '/simulate', { token, json: { command } })
    await app.listen(`/ws/simulations/${body.task_id}`, { token })
    ids.push(body.simulation_id)
  }
})
after(() => app[Symbol.asyncDispose]())

async function listed(query: string): Promise<number[]> {
  const { status, body } = await app.call('GET', `/history/${query}`, { token })
  assert.equal(status, 200)
  const page = historyPageSchema.parse(body)
  assert.equal(page.root.length <= page.page_size && page.root.length <= page.total, true)
  return page.root.map(({ id }) => id)
}

describe('the list', () => {
  test('is newest first, in pages', async () => {
    const [a, b, c] = ids
    assert.deepEqual(await listed(''), [c, b, a])
    assert.deepEqual([await listed('?page=1&page_size=2'), await listed('?page=2&page_size=2')], [[c, b], [a]])
    assert.deepEqual(await listed('?page=9'), [])
  })

  test('answers with and without the slash', async () => {
    const [one, other] = await Promise.all(['/history', '/history/'].map(async (path) => app.call('GET', path, { token })))
    assert.equal(one!.text, other!.text)
  })

  test('sorts by each figure, both ways', async () => {
    const [a, b, c] = ids
    assert.deepEqual(
      [await listed('?sort=cagr'), await listed('?sort=-cagr')],
      [
        [c, a, b],
        [b, a, c],
      ],
    )
    assert.deepEqual(
      [await listed('?sort=max_drawdown'), await listed('?sort=-sharpe')],
      [
        [c, b, a],
        [b, a, c],
      ],
    )
    assert.deepEqual(await listed('?sort=created_at'), [a, b, c])
  })

  test('searches command and name, in any case and without wildcards', async () => {
    const [a, b, c] = ids
    assert.deepEqual(await listed('?q=MONTHLY'), [b])
    assert.deepEqual(await listed('?q=msft-s'), [c])
    assert.deepEqual(await listed('?q=%25'), [c, b, a])
    assert.deepEqual([await listed('?q=_'), await listed('?q=%5C')], [[], []])
  })

  test('filters by status and day', async () => {
    const today = new Date().toISOString().slice(0, 10)
    assert.equal((await listed('?status=all')).length, 3)
    assert.deepEqual([await listed('?status=failed'), await listed('?status=queued')], [[], []])
    assert.equal((await listed(`?from=${today}&to=${today}`)).length, 3)
    assert.deepEqual([await listed('?to=2020-01-01'), await listed('?from=2999-01-01')], [[], []])
  })
})

describe('an entry', () => {
  test('has the whole result and the thinned values, as its schema says', async () => {
    const { body } = await app.call('GET', `/history/${ids[0]}`, { token })
    historyEntrySchema.parse(body)
    assert.deepEqual([body.command, body.canonical, body.status, body.error], [exampleCommand, exampleCommand, 'done', null])
    assert.equal(body.result.metrics.cagr, body.cagr)
  })

  test('has its series apart', async () => {
    const { body } = await app.call('GET', `/history/${ids[0]}/series`, { token })
    const series = seriesSchema.parse(body)
    assert.deepEqual([series.dates.length, series.returns.length, series.weights.length], [754, 753, 2])
    assert.deepEqual([series.dates[0], series.value[0], series.trades.length], ['2020-01-02', 100_000, 2])
    const entry = (await app.call('GET', `/history/${ids[0]}`, { token })).body
    assert.deepEqual(Object.values(entry.portfolio_value), series.value)
  })

  test('comes compressed as the client takes it', async () => {
    const path = `${app.url}/history/${ids[0]}/series`
    const plain = (await app.call('GET', `/history/${ids[0]}/series`, { token, headers: { 'accept-encoding': 'identity' } })).text
    const raw = async (encoding: string) => {
      const { promise, resolve } = Promise.withResolvers<[string | undefined, Buffer]>()
      const headers = { authorization: `Bearer ${token}`, 'accept-encoding': encoding }
      request(path, { headers }, async (reply) => {
        const chunks: Buffer[] = []
        for await (const chunk of reply) chunks.push(chunk)
        resolve([reply.headers['content-encoding'], Buffer.concat(chunks)])
      }).end()
      return promise
    }
    const [zstdName, zstd] = await raw('gzip, zstd')
    assert.deepEqual([zstdName, zstdDecompressSync(zstd).toString()], ['zstd', plain])
    const [gzipName, gzip] = await raw('gzip, zstd;q=0')
    assert.deepEqual([gzipName, gunzipSync(gzip).toString()], ['gzip', plain])
    const [noName, none] = await raw('br')
    assert.deepEqual([noName, none.toString()], [undefined, plain])
    assert.ok(zstd.length < plain.length / 2)
  })

  test('is equal for an equal command, which has a row of its own', async () => {
    const { body: order } = await app.call('POST', '/simulate', { token, json: { command: commands[0] } })
    await app.listen(`/ws/simulations/${order.task_id}`, { token })
    const [first, again] = await Promise.all(
      [ids[0], order.simulation_id].map(async (id) => app.call('GET', `/history/${id}`, { token })),
    )
    assert.notEqual(again!.body.id, first!.body.id)
    assert.deepEqual(again!.body.result, first!.body.result)
    assert.equal((await app.call('DELETE', `/history/${order.simulation_id}`, { token })).status, 204)
  })
})

describe('changes', () => {
  test('rename and tag, each leaving the other as it was', async () => {
    const path = `/history/${ids[1]}`
    const renamed = await app.call('PATCH', path, { token, json: { name: 'Two giants ☂' } })
    assert.deepEqual([renamed.status, renamed.body.name, renamed.body.tags], [200, 'Two giants ☂', []])
    const tagged = await app.call('PATCH', path, { token, json: { tags: ['tech', 'tech', 'long'] } })
    assert.deepEqual([tagged.body.name, tagged.body.tags], ['Two giants ☂', ['tech', 'long']])
    assert.deepEqual([await listed('?tag=tech'), await listed('?tag=te'), await listed('?q=GIANTS')], [[ids[1]], [], [ids[1]]])
    assert.deepEqual((await app.call('PATCH', path, { token, json: {} })).body, tagged.body)
  })

  test('a deleted run is gone, and comes back', async () => {
    const path = `/history/${ids[2]}`
    const { body: report } = await app.call('POST', '/report', { token, json: { simulation_id: ids[2] } })
    await app.listen(`/ws/reports/${report.task_id}`, { token })
    const reportStatuses = async (): Promise<number[]> => {
      const paths = [`/report/${report.task_id}`, `/report/${report.task_id}/file`]
      return Promise.all(paths.map(async (each) => (await app.call('GET', each, { token })).status))
    }
    assert.deepEqual(await reportStatuses(), [200, 200])
    assert.equal((await app.call('DELETE', path, { token })).status, 204)
    assert.deepEqual(await reportStatuses(), [404, 404])
    assert.deepEqual(
      [(await app.call('GET', path, { token })).status, (await app.call('DELETE', path, { token })).status],
      [404, 404],
    )
    assert.ok(!(await listed('?status=all')).includes(ids[2]!))
    assert.equal((await app.call('POST', '/report', { token, json: { simulation_id: ids[2] } })).status, 404)
    const restored = await app.call('POST', `${path}/restore`, { token })
    assert.deepEqual([restored.status, restored.body.id], [200, ids[2]])
    assert.ok((await listed('')).includes(ids[2]!))
    assert.deepEqual(await reportStatuses(), [200, 200])
  })

  test('leave an event each', async () => {
    const events = await app.context.database.db.selectFrom('outbox').select('type').orderBy('position').execute()
    const types = events.map(({ type }) => type).filter((type) => type.startsWith('history.'))
    for (const type of ['history.updated', 'history.deleted', 'history.restored']) assert.ok(types.includes(type), type)
  })
})
