import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { checkedSchema, exampleCommand } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

describe('POST /simulate', () => {
  let app: ServedApplication
  let token = ''
  before(async () => {
    app = await servedApplication()
    token = await app.signUp('ann@example.com')
  })
  after(() => app[Symbol.asyncDispose]())

  const submit = async (command: string, headers: Record<string, string> = {}) =>
    app.call('POST', '/simulate', { token, json: { command }, headers })

  test('a repeated key is answered like the first, and nothing runs twice', async () => {
    const headers = { 'idempotency-key': 'a-key-of-mine' }
    const answers = await Promise.all(Array.from({ length: 5 }, async () => submit(exampleCommand, headers)))
    assert.deepEqual(Array.from(new Set(answers.map(({ status, text }) => `${status} ${text}`))), [`202 ${answers[0]!.text}`])
    assert.equal((await app.call('GET', '/history/?status=all', { token })).body.total, 1)
    const { status, body } = await submit(`${exampleCommand} rebalance=monthly`, headers)
    assert.deepEqual([status, body.code], [409, 'idempotency_conflict'])
    const { task_id, simulation_id } = answers[0]!.body
    assert.deepEqual(body.existing, { task_id, simulation_id })
  })

  test('the key of another user is another key', async () => {
    const other = await app.signUp('bob@example.com')
    const headers = { 'idempotency-key': 'a-key-of-mine' }
    const { status } = await app.call('POST', '/simulate', { token: other, json: { command: exampleCommand }, headers })
    assert.equal(status, 202)
  })

  test('every figure is that of the command line, to the last bit', async () => {
    const command = `${exampleCommand} rebalance=monthly cost=5bps bench=^GSPC`
    const { body: order } = await submit(command)
    await app.listen(`/ws/simulations/${order.task_id}`, { token })
    const [entry, series] = await Promise.all(
      ['', '/series'].map(async (end) => app.call('GET', `/history/${order.task_id}${end}`, { token })),
    )
    const main = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url))
    const words = [main, 'simulate', command, '--json', '--series']
    const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 })
    const {
      series: columns,
      trades,
      portfolio_value: values,
      daily_returns: daily,
      cumulative_returns: sums,
      ...result
    } = JSON.parse(stdout)
    assert.deepEqual(entry!.body.result, result)
    assert.deepEqual(entry!.body.portfolio_value, values)
    assert.deepEqual(series!.body, { ...columns, trades })
    assert.ok(daily && sums)
  })

  test('POST /check says what would be run, without running it', async () => {
    const { status, body } = await app.call('POST', '/check', { token, json: { command: exampleCommand.toLowerCase() } })
    const { canonical, hash, ast, diagnostics } = checkedSchema.parse(body)
    assert.deepEqual([status, canonical, hash?.length, ast?.['v']], [200, exampleCommand, 64, 1])
    assert.ok(diagnostics.every(({ severity }) => severity === 'note'))
  })

  test('GET /assets lists the most used first for an empty text, and finds by name', async () => {
    const { body: found } = await app.call('GET', '/assets?q=micro', { token })
    assert.ok(found.some(({ symbol }: { symbol: string }) => symbol === 'MSFT'))
    const { body: popular } = await app.call('GET', '/assets', { token })
    assert.ok(popular.length >= 10)
  })

  test('GET /definitions explains every metric of a result', async () => {
    const { body } = await app.call('GET', '/definitions', { token })
    const { body: page } = await app.call('GET', '/history/', { token })
    const { body: entry } = await app.call('GET', `/history/${page.root[0].id}`, { token })
    const explained = new Set(body.map(({ id }: { id: string }) => id))
    assert.deepEqual(
      Object.keys(entry.result.metrics).filter((id) => !explained.has(id)),
      [],
    )
  })
})

describe('limits', () => {
  test('so many simulations a minute and user, so many that wait; the answer says when to come back', async () => {
    const limits = { loginsPerMinute: 100, registrationsPerHour: 100, callsPerMinute: 22, socketsPerUser: 10 }
    await using app = await servedApplication({ works: false, config: { limits } })
    const token = await app.signUp('ann@example.com')
    const submit = async () => app.call('POST', '/simulate', { token, json: { command: exampleCommand } })
    for (let i = 0; i < 20; i += 1) assert.equal((await submit()).status, 202)
    const full = await submit()
    assert.deepEqual([full.status, full.body.code, full.headers.get('retry-after')], [429, 'too_many_queued', '5'])
    assert.match(full.body.detail, /20 of your tasks wait/)
    await submit()
    const tooFast = await submit()
    assert.deepEqual([tooFast.status, tooFast.body.code], [429, 'too_many_requests'])
    const wait = Number(tooFast.headers.get('retry-after'))
    assert.ok(wait >= 1 && wait <= 60)
    const other = await app.signUp('bob@example.com')
    assert.equal((await app.call('POST', '/simulate', { token: other, json: { command: exampleCommand } })).status, 202)
  })
})

describe('a repeated key', () => {
  test('is answered like the first however often it comes, and leaves the limit to new requests', async () => {
    const limits = { loginsPerMinute: 100, registrationsPerHour: 100, callsPerMinute: 3, socketsPerUser: 10 }
    await using app = await servedApplication({ works: false, config: { limits } })
    const token = await app.signUp('ann@example.com')
    const submit = async (key: string, command = exampleCommand) =>
      app.call('POST', '/simulate', { token, json: { command }, headers: { 'idempotency-key': key } })
    const first = await submit('first')
    for (let i = 0; i < 4; i += 1) {
      const again = await submit('first')
      assert.deepEqual([again.status, again.text], [202, first.text])
    }
    for (const key of ['second', 'third']) assert.equal((await submit(key)).status, 202)
    const tooFast = await submit('fourth')
    assert.deepEqual([tooFast.status, tooFast.body.code], [429, 'too_many_requests'])
    const another = await submit('first', `${exampleCommand} rebalance=monthly`)
    assert.deepEqual([another.status, another.body.code], [409, 'idempotency_conflict'])
    assert.equal((await submit('first')).text, first.text)
  })
})

describe('cancel', () => {
  test('a task that waits is canceled once; then it has finished', async () => {
    await using app = await servedApplication({ works: false })
    const token = await app.signUp('ann@example.com')
    const { body } = await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })
    const path = `/tasks/${body.task_id}/cancel`
    assert.equal((await app.call('DELETE', `/history/${body.simulation_id}`, { token })).body.code, 'simulation_not_done')
    assert.equal((await app.call('GET', `/history/${body.simulation_id}/series`, { token })).body.code, 'simulation_not_done')
    assert.equal(
      (await app.call('POST', '/report', { token, json: { simulation_id: body.task_id } })).body.code,
      'simulation_not_done',
    )
    const first = await app.call('POST', path, { token, json: {} })
    assert.deepEqual([first.status, first.body], [202, { task_id: body.task_id, status: 'canceled' }])
    const second = await app.call('POST', path, { token })
    assert.deepEqual([second.status, second.body.code], [409, 'task_finished'])
    const { body: task } = await app.call('GET', `/tasks/${body.task_id}`, { token })
    assert.deepEqual([task.status, task.events.at(-1).status], ['canceled', 'canceled'])
  })
})
