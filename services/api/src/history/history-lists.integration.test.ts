import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exampleCommand, historyEntrySchema, historyPageSchema } from '@portofino/contract'
import { appendProgress, startSimulations } from '@portofino/database'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

async function listOf(app: ServedApplication, token: string, query = '?status=all') {
  const { status, body } = await app.call('GET', `/history/${query}`, { token })
  assert.equal(status, 200)
  return historyPageSchema.parse(body)
}

describe('a list of runs that have ended', () => {
  const commands = {
    done: exampleCommand,
    ruined: 'AMD-S-100% 2015-01-01 2020-01-01',
    failed: 'AAPL-L-100% 1950-01-01 1951-01-01',
    another: 'AAPL-L-100% 2020-01-01 2020-03-01',
  }
  let app: ServedApplication
  let token = ''
  const ids = new Map<string, number>()
  before(async () => {
    app = await servedApplication()
    token = await app.signUp('ann@example.com')
    for (const [name, command] of Object.entries(commands)) {
      const { body } = await app.call('POST', '/simulate', { token, json: { command } })
      await app.listen(`/ws/simulations/${body.task_id}`, { token })
      ids.set(name, body.simulation_id)
    }
    await app.call('PATCH', `/history/${ids.get('ruined')}`, { token, json: { name: 'Short AMD', tags: ['short'] } })
  })
  after(async () => app[Symbol.asyncDispose]())

  const named = async (query: string): Promise<string[]> => {
    const { root, total } = await listOf(app, token, query)
    assert.equal(root.length, total)
    return root.map(({ id }) => [...ids].find(([, each]) => each === id)?.[0] ?? 'unknown')
  }
  const item = async (name: string) =>
    (await listOf(app, token, '?status=all&spark=true')).root.find(({ id }) => id === ids.get(name))!

  test('tells which are ruined, and lists them alone or leaves them out', async () => {
    const outcomes = (await listOf(app, token)).root.map(({ status, outcome }) => [status, outcome])
    assert.deepEqual(outcomes, [
      ['done', 'ok'],
      ['failed', null],
      ['done', 'ruined'],
      ['done', 'ok'],
    ])
    assert.deepEqual(await named('?outcome=ruined'), ['ruined'])
    assert.deepEqual(await named('?outcome=ok&status=all'), ['another', 'done'])
    assert.deepEqual(await named('?outcome=ok&status=failed'), [])
    assert.deepEqual(await named(''), ['another', 'ruined', 'done'])
    assert.equal((await app.call('GET', '/history/?outcome=lost', { token })).status, 400)
  })

  test('counts every status, whichever is listed, among the runs that fit the rest', async () => {
    const all = { queued: 0, running: 0, done: 3, ruined: 1, failed: 1, canceled: 0 }
    for (const query of ['', '?status=failed', '?outcome=ruined', '?status=all&page=2&page_size=3', '?page=9'])
      assert.deepEqual((await listOf(app, token, query)).counts, all, query)
    const none = { queued: 0, running: 0, done: 0, ruined: 0, failed: 0, canceled: 0 }
    assert.deepEqual((await listOf(app, token, '?tag=short')).counts, { ...none, done: 1, ruined: 1 })
    assert.deepEqual((await listOf(app, token, '?q=1950')).counts, { ...none, failed: 1 })
    assert.deepEqual((await listOf(app, token, '?to=2000-01-01')).counts, none)
    assert.deepEqual((await listOf(app, await app.signUp('eve@example.com'))).counts, none)
  })

  test('draws the way of the money from 100, and ends it where the run ended', async () => {
    const { spark, total_return: totalReturn } = await item('done')
    assert.deepEqual([spark?.length, spark?.[0]], [60, 100])
    assert.ok(Math.abs(spark!.at(-1)! - 100 * (1 + totalReturn!)) < 0.05)
    assert.equal((await item('ruined')).spark?.at(-1), 0)
    assert.equal((await item('another')).spark?.length, 40)
    assert.equal((await item('failed')).spark, null)
    assert.ok(
      (await listOf(app, token)).root.every((each) => !('spark' in each)),
      'only where it is asked for',
    )
  })

  test('draws a run that finds its result already there alike', async () => {
    const { body } = await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })
    await app.listen(`/ws/simulations/${body.task_id}`, { token })
    const [again] = (await listOf(app, token, '?page_size=1&spark=true')).root
    const { spark, outcome } = await item('done')
    assert.deepEqual([again!.id, again!.spark, again!.outcome], [body.simulation_id, spark, outcome])
    await app.call('DELETE', `/history/${body.simulation_id}`, { token })
  })

  test('says why a run failed', async () => {
    const { error } = await item('failed')
    assert.deepEqual([error?.['code'], error?.['detail']], ['invalid_command', 'AAPL has no prices in this period'])
    assert.equal((await item('done')).error, null)
    const entry = historyEntrySchema.parse((await app.call('GET', `/history/${ids.get('failed')}`, { token })).body)
    assert.deepEqual(entry.error, error)
  })
})

describe('a list of runs that have not ended', () => {
  test('tells how far each is', async () => {
    await using app = await servedApplication({ works: false })
    const token = await app.signUp('ann@example.com')
    const { db } = app.context.database
    const submit = async (): Promise<string> =>
      (await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })).body.task_id
    const [waiting, begun, halfway, canceled] = [await submit(), await submit(), await submit(), await submit()]
    await startSimulations(db, [begun, halfway], { message: { status: 'running' }, events: [] })
    for (const percent of [12, 58]) {
      const message = { status: 'running' as const, step: 'simulating', percent }
      await appendProgress(db, { table: 'simulations', taskId: halfway, message })
    }
    await app.call('POST', `/tasks/${canceled}/cancel`, { token })
    const { root, counts } = await listOf(app, token)
    assert.deepEqual(
      root.map(({ task_id: id, status, progress, outcome }) => [id, status, progress, outcome]),
      [
        [canceled, 'canceled', null, null],
        [halfway, 'running', 58, null],
        [begun, 'running', 0, null],
        [waiting, 'queued', null, null],
      ],
    )
    assert.deepEqual(counts, { queued: 1, running: 2, done: 0, ruined: 0, failed: 0, canceled: 1 })
    assert.equal((await listOf(app, token, '?status=running')).total, 2)
    assert.equal((await app.call('GET', `/history/${halfway}`, { token })).body.progress, 58)
    assert.equal((await app.call('PATCH', `/history/${halfway}`, { token, json: { name: 'half' } })).body.progress, 58)
  })
})
